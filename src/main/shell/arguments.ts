/** What the program was asked to do by its command line. Pure, so that a second instance is read by the same rules. */
import { isAbsolute, resolve } from 'node:path';

export type Asked = { mode: 'command-line'; args: string[] } | { mode: 'window'; openPath: string | null };

/**
 * `Liasse --cli ...` serves the command line with everything after `--cli`; otherwise the first argument that names a
 * company file is opened. `args` are the arguments without the executable; switches of Chromium are passed over.
 */
export function readArguments(args: readonly string[], workingFolder: string): Asked {
  const cli = args.indexOf('--cli');
  if (cli >= 0) return { mode: 'command-line', args: args.slice(cli + 1) };
  const file = args.find((argument) => !argument.startsWith('-') && isCompanyFile(argument));
  return { mode: 'window', openPath: file === undefined ? null : absolute(file, workingFolder) };
}

export function isCompanyFile(path: string): boolean {
  return /\.liasse$/i.test(path);
}

function absolute(path: string, folder: string): string {
  return isAbsolute(path) ? path : resolve(folder, path);
}
