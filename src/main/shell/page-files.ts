/** Which file a `liasse://app/...` address means, and what the page may do: the content policy. Pure. */
import { extname, join, relative, sep } from 'node:path';
import { PROTOCOL } from '#shared/contract/shell.ts';

export const PAGE_ORIGIN = `${PROTOCOL}://app`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/**
 * Nothing but our own files, offline. `style-src` allows inline styles because Mantine writes its variables into style
 * elements; scripts are our files only. `blob:` workers and `liasse:` connections are for showing PDFs.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self' ${PROTOCOL}:`,
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

/** The type to serve a page file as; null for what is no part of a page. */
export function pageFileType(path: string): string | null {
  return TYPES[extname(path).toLowerCase()] ?? null;
}

/** The file below `folder` that `url` names, or null where it names none of ours (another host, a way out of the folder). */
export function pageFile(url: string, folder: string): string | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || address.protocol !== `${PROTOCOL}:` || address.host !== 'app') return null;
  const path = decoded(address.pathname);
  if (path === null || path.includes('\0') || path.includes('\\') || path.includes(':')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const below = relative(folder, file);
  if (below === '' || below.startsWith('..') || below.startsWith(sep)) return null;
  return pageFileType(file) === null ? null : file;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // A malformed escape names no file.
  }
}

/** Whether `url` is our page: at the protocol's origin or, in development, at that of the live server. */
export function isOurPage(url: string, developmentServer: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  if (address.protocol === `${PROTOCOL}:`) return address.host === 'app';
  return developmentServer !== null && address.origin === new URL(developmentServer).origin;
}

/** First and last byte (both included) that a Range header asks of `size` bytes; null: none or not understood, serve all. */
export function byteRange(
  header: string | null,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
