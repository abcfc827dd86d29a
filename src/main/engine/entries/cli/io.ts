/** What the command line needs of its process; a test gives its own. */
export interface CliIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean | undefined; columns?: number | undefined };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Where a thread of the engine starts. */
  threadUrl: (name: 'writer' | 'reader' | 'worker' | 'intake-worker') => URL;
  resourcesDir: string;
  /** Who acts, for the history. */
  actor: string;
  version: string;
  /** Calls the listener at each Ctrl-C; answers how to stop listening. Absent: nobody can interrupt. */
  onInterrupt?: (listener: () => void) => () => void;
}
