/** Why one value was not taken. A returned value, not a thrown one: a file may hold 100,000 of them. */
export class Problem {
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, params: Record<string, string | number> = {}) {
    this.code = code;
    this.params = params;
  }
}
