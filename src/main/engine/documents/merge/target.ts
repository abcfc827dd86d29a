/** Writes a PDF object by object, straight to disk: what stays in memory is a table of offsets. */
import type { FileHandle } from 'node:fs/promises';

/** Bytes gathered before they go to disk. */
const CHUNK = 1 << 20;

export interface TargetPdf {
  /** A number for an object that is written later, or at once. */
  allocate(): number;
  /** Writes object `id` with this text (Latin-1) and, when given, its stream. */
  write(id: number, body: string, stream?: Uint8Array): Promise<void>;
  /** Cross-reference table and trailer. Every allocated object must have been written. */
  finish(root: number, info: number, fileId: string): Promise<void>;
}

export async function createTarget(handle: FileHandle): Promise<TargetPdf> {
  const offsets: number[] = [-1];
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let position = 0;

  const flush = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    const bytes = Buffer.concat(waiting, waitingBytes);
    waiting = [];
    waitingBytes = 0;
    await handle.writeFile(bytes);
  };
  const put = async (piece: Uint8Array | string): Promise<void> => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    waiting.push(bytes);
    waitingBytes += bytes.length;
    position += bytes.length;
    if (waitingBytes >= CHUNK) await flush();
  };
  // The second line tells transfer programs that the file is binary (ISO 32000-1, 7.5.2).
  await put('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');

  return {
    allocate: () => offsets.push(-1) - 1,
    async write(id, body, stream) {
      offsets[id] = position;
      if (stream === undefined) {
        await put(`${id} 0 obj\n${body}\nendobj\n`);
        return;
      }
      await put(`${id} 0 obj\n${body}\nstream\n`);
      await put(stream);
      await put('\nendstream\nendobj\n');
    },
    async finish(root, info, fileId) {
      const start = position;
      await put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`);
      for (const offset of offsets.slice(1)) {
        if (offset < 0) throw new Error('an object was allocated and never written');
        await put(`${String(offset).padStart(10, '0')} 00000 n \n`);
      }
      await put(
        `trailer\n<< /Size ${offsets.length} /Root ${root} 0 R /Info ${info} 0 R /ID [<${fileId}> <${fileId}>] >>\nstartxref\n${start}\n%%EOF\n`,
      );
      await flush();
    },
  };
}

/** A text string (ISO 32000-1, 7.9.2.2) as UTF-16 in hex: every character of every name. */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
