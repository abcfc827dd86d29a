/** Serves `liasse://app/...` (the page) and `liasse://pdf/<token>` (a PDF of the engine). */

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import { PROTOCOL } from '#shared/contract/shell.ts';
import { systemErrorCode } from '#shared/model/error.ts';
import { byteRange, CONTENT_POLICY, pageFile, pageFileType } from './page-files.ts';
import type { PdfTokens } from './pdf-tokens.ts';

/** Before the application is ready: makes the scheme one with origins, secure and streaming. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PROTOCOL,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

interface Served {
  pageFolder: string;
  pdfs: PdfTokens;
  /** The origin whose scripts may read PDFs: our page's, or that of the live server. */
  pageOrigin: string;
}

export function serveScheme(session: Session, { pageFolder, pdfs, pageOrigin }: Served): void {
  session.protocol.handle(PROTOCOL, async (request) => {
    if (request.method !== 'GET') return refused(405);
    const pdf = pdfs.path(request.url);
    if (pdf !== null) return servePdf(pdf, request.headers.get('range'), pageOrigin);
    const file = pageFile(request.url, pageFolder);
    return file === null ? refused(404) : servePage(file);
  });
}

async function servePage(file: string): Promise<Response> {
  try {
    const bytes = await readFile(file);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': pageFileType(file) ?? 'application/octet-stream',
        'content-security-policy': CONTENT_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      },
    });
  } catch (error) {
    return refused(systemErrorCode(error) === 'ENOENT' ? 404 : 500);
  }
}

async function servePdf(path: string, range: string | null, pageOrigin: string): Promise<Response> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null, // Gone since the engine made it: answered as not found.
  );
  if (size === null) return refused(404, pageOrigin);
  const part = byteRange(range, size);
  if (part === 'unsatisfiable') return refused(416, pageOrigin);
  const { start, end } = part ?? { start: 0, end: size - 1 };
  const headers = {
    'content-type': 'application/pdf',
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
    'access-control-allow-origin': pageOrigin,
    'access-control-expose-headers': 'accept-ranges, content-length, content-range',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(part ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  };
  if (size === 0) return new Response(null, { headers });
  // Node's web streams and the global ones are the same at run time; their declared types differ in a generic.
  const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
  return new Response(body, { status: part ? 206 : 200, headers });
}

function refused(status: number, pageOrigin?: string): Response {
  return new Response(null, { status, headers: pageOrigin ? { 'access-control-allow-origin': pageOrigin } : {} });
}
