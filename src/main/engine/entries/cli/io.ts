/** What the command line needs of its process; a test gives its own. */
import type { ThreadName } from '../company-session.ts';

export interface CliIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean | undefined; columns?: number | undefined };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Where a thread of the engine starts. */
  threadUrl: (name: ThreadName) => URL;
  resourcesDir: string;
  /** Who acts, for the history. */
  actor: string;
  version: string;
  /** Asks for a secret without showing it; absent where nobody sits at a terminal. */
  askSecret?: (question: string) => Promise<string>;
  /** Calls the listener at each Ctrl-C; answers how to stop listening. Absent: nobody can interrupt. */
  onInterrupt?: (listener: () => void) => () => void;
}
