/** What electron-updater says, in the terms of the contract: release notes by language, failures by code. Pure. */
import type { EngineErrorShape } from '#shared/model/error.ts';

/** A feed that may be asked: https, or http to this very computer (for trying one out). Ends with a slash. Null: not allowed. */
export function allowedFeed(text: string): string | null {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || address.username !== '' || address.password !== '') return null;
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  if (address.protocol !== 'https:' && !(address.protocol === 'http:' && local)) return null;
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

type Notes = string | readonly { note?: string | null }[] | null;

/**
 * Release notes as plain text. A publisher writes both languages into one text under the headings `# Français` and `# English`;
 * without them the text is shown to everybody. HTML is taken apart, never shown as such.
 */
export function updateNotes(notes: Notes): { fr: string | null; en: string | null } {
  const text = typeof notes === 'string' ? notes : (notes ?? []).map(({ note }) => note ?? '').join('\n\n');
  const plain = text
    .replaceAll(/<li[^>]*>/gi, '\n- ')
    .replaceAll(/<(?:br|\/p|\/h\d|\/ul)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\r', '');
  const part = (name: RegExp): string | null => {
    const lines = plain.split('\n');
    const from = lines.findIndex((line) => name.test(line));
    if (from < 0) return null;
    const rest = lines.slice(from + 1);
    const end = rest.findIndex((line) => FRENCH.test(line) || ENGLISH.test(line));
    return tidy(rest.slice(0, end < 0 ? undefined : end).join('\n'));
  };
  const [fr, en] = [part(FRENCH), part(ENGLISH)];
  const whole = fr === null && en === null ? tidy(plain) : null;
  return { fr: fr ?? en ?? whole, en: en ?? fr ?? whole };
}
const FRENCH = /^#+\s*fran[cç]ais\s*$/i;
const ENGLISH = /^#+\s*english\s*$/i;

function tidy(text: string): string | null {
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*/, '')
        .replace(/^\s*[*+]\s+/, '- ')
        .replaceAll(/\*\*|__|`/g, '')
        .trimEnd(),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return lines === '' ? null : lines.slice(0, 20_000);
}

/** A failure of the updater or of the network, by a code of the catalogue; its own words may hold paths and stay out. */
export function updateFailure(thrown: unknown): EngineErrorShape {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  // The library marks its own errors so.
  const { code = '', statusCode = 0 } = error as { code?: string; statusCode?: number };
  const said = `${code} ${error.message}`;
  const shape = (name: string, params: EngineErrorShape['params'] = {}): EngineErrorShape => ({ code: name, params });
  if (error.name === 'CancellationError' || /cancelled/i.test(error.message)) return shape('update_cancelled');
  if (/CHECKSUM_MISMATCH|sha512|INVALID_SIGNATURE|not signed by the application owner/i.test(said))
    return shape('update_damaged');
  if (/INVALID_UPDATE_INFO|INVALID_VERSION|Cannot parse|NO_FILES_PROVIDED|ASSET_NOT_FOUND/i.test(said))
    return shape('update_feed_invalid');
  if (statusCode === 404 || /CHANNEL_FILE_NOT_FOUND|404/.test(said)) return shape('update_feed_empty');
  if (
    /net::ERR|ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|socket|HttpError|HTTP_ERROR|LATEST_VERSION_NOT_FOUND/i.test(said) ||
    statusCode >= 400
  )
    return shape('update_unreachable');
  if (/ENOSPC|EACCES|EPERM|EROFS|ENOENT/.test(said)) return shape('update_not_stored');
  if (/OLD_FILE_NOT_FOUND|not active|NOT_SUPPORTED/i.test(said)) return shape('update_not_here');
  return shape('update_failed');
}
