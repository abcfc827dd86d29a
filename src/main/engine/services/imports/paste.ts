/** Pasted tables: kept as files of this session, named by a token that nobody can turn into another path. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { importTexts } from '#shared/messages/imports.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';

const TOKEN = /^paste:([0-9a-f-]{36}):(fr|en)$/;

/** Where a pasted table lies; null for a path that is no token of a paste. Throws `paste_gone` for one of an earlier session. */
export function pastedFile(temporaryDir: string, path: string): string | null {
  const [, id, language] = TOKEN.exec(path) ?? [];
  if (id === undefined || language === undefined) return null;
  const file = fileOf(temporaryDir, id, language === 'fr' ? 'fr' : 'en');
  if (!existsSync(file)) throw new EngineError('paste_gone');
  return file;
}

const fileOf = (temporaryDir: string, id: string, language: Language): string =>
  join(temporaryDir, `paste-${id}`, fill(importTexts.clipboard, language));

/** Throws `paste_empty` where there is nothing to read. */
export async function takePaste(
  temporaryDir: string,
  { text, language }: Parsed<'import.paste'>,
): Promise<Output<'import.paste'>> {
  if (text.trim() === '') throw new EngineError('paste_empty');
  const id = randomUUID();
  const file = fileOf(temporaryDir, id, language);
  await mkdir(join(temporaryDir, `paste-${id}`), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
  return { path: `paste:${id}:${language}`, fileName: fill(importTexts.clipboard, language) };
}
