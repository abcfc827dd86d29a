/**
 * Who is signed in to the open company, and whether it is locked. Held here and nowhere else: every door asks, and a page that
 * thinks otherwise is refused. Signing in lasts until the company is closed.
 */
import type { EngineEvent } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { PeopleMode, PeopleState, Role } from '#shared/model/people.ts';
import { isSecret } from '../services/people/secret.ts';
import type { Roster } from '../services/people/users.ts';

/** Who was signed in when the engine before this one died; told by the program around it, never by a page. */
export interface SignedIn {
  path: string;
  userId: string;
  locked: boolean;
}

/** So many wrong secrets are let go; then each costs twice the wait of the one before. */
const FREE_FAILURES = 3;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Wrong secrets, counted for as long as the engine runs: closing and opening a file forgives none. */
export class Attempts {
  readonly #failures = new Map<string, { count: number; until: number }>();
  #turn: Promise<unknown> = Promise.resolve();

  /** One try after the other, so that guessing side by side gains nothing. Throws `sign_in_wait`, `sign_in_failed`. */
  check(key: string, stored: string | null, given: string | null): Promise<void> {
    const next = this.#turn.then(() => this.#check(key, stored, given));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #check(key: string, stored: string | null, given: string | null): Promise<void> {
    const known = this.#failures.get(key);
    const wait = (known?.until ?? 0) - Date.now();
    if (wait > 0) throw new EngineError('sign_in_wait', { seconds: Math.ceil(wait / 1000) });
    if (await isSecret(stored, given)) {
      this.#failures.delete(key);
      return;
    }
    const count = (known?.count ?? 0) + 1;
    const delay = count < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_FAILURES));
    this.#failures.set(key, { count, until: Date.now() + delay });
    throw new EngineError('sign_in_failed');
  }
}

export interface IdentityOptions {
  path: string;
  /** Acts in a company without users: the system's name of whoever works at this computer. */
  systemName: string;
  load: () => Promise<Roster>;
  emit: (event: EngineEvent) => void;
  attempts: Attempts;
  /** Whoever was signed in to this file before the engine was started again. */
  before: SignedIn | null;
}

export class Identity {
  readonly #options: IdentityOptions;
  #roster: Roster;
  #me: Roster['users'][number] | null = null;
  #locked = false;
  #timer: NodeJS.Timeout | undefined;
  #lastInput = Date.now();

  private constructor(options: IdentityOptions, roster: Roster) {
    this.#options = options;
    this.#roster = roster;
  }

  static async open(options: IdentityOptions): Promise<Identity> {
    const identity = new Identity(options, await options.load());
    const { before } = options;
    if (before !== null && before.path === options.path) {
      identity.#me = identity.#roster.users.find((user) => user.id === before.userId) ?? null;
      identity.#locked = identity.#me !== null && before.locked;
      identity.#watch();
    }
    return identity;
  }

  get mode(): PeopleMode {
    if (this.#roster.users.length === 0) return 'open';
    if (this.#me === null) return 'signed_out';
    return this.#locked ? 'locked' : 'signed_in';
  }

  /** Who acts, for the audit trail. */
  get actor(): string {
    return this.#me?.name ?? this.#options.systemName;
  }

  get userId(): string | null {
    return this.#me?.id ?? null;
  }

  get fourEyes(): boolean {
    return this.#roster.rules.fourEyes;
  }

  state(): PeopleState {
    const { users, rules } = this.#roster;
    return {
      mode: this.mode,
      users: users.map(({ id, name, secret }) => ({ id, name, hasSecret: secret !== null })),
      me: this.#me && { id: this.#me.id, name: this.#me.name, roles: this.#me.roles },
      rules,
    };
  }

  /** Names of those whose roles are enough. */
  whoMay(enough: (roles: readonly Role[]) => boolean): string[] {
    return this.#roster.users.filter((user) => enough(user.roles)).map((user) => user.name);
  }

  /** Reads users and rules anew: after they were changed, here or (in a file opened for reading only) by its owner. */
  async refresh(): Promise<void> {
    const before = JSON.stringify(this.state());
    this.#roster = await this.#options.load();
    const me = this.#me;
    if (me !== null) this.#me = this.#roster.users.find((user) => user.id === me.id) ?? null;
    if (this.#me === null) this.#locked = false;
    this.#watch();
    // Whoever is told asks again, which reads anew where the file is open for reading only: told without news they would ask for ever.
    if (JSON.stringify(this.state()) !== before) this.#tell();
  }

  /** Whose secret this is. Throws `user_unknown`, `sign_in_failed`, `sign_in_wait`. */
  async verify(userId: string, secret: string | null): Promise<Roster['users'][number]> {
    const user = this.#roster.users.find((one) => one.id === userId);
    if (!user) throw new EngineError('user_unknown');
    await this.#options.attempts.check(`${this.#options.path} ${userId}`, user.secret, secret);
    return user;
  }

  async signIn(userId: string, secret: string | null): Promise<PeopleState> {
    const user = await this.verify(userId, secret);
    this.enterAs(user.id);
    return this.state();
  }

  enterAs(userId: UserId): void {
    this.#me = this.#roster.users.find((user) => user.id === userId) ?? null;
    this.#locked = false;
    this.#lastInput = Date.now();
    this.#watch();
    this.#tell();
  }

  signOut(): PeopleState {
    this.#me = null;
    this.#locked = false;
    this.#watch();
    this.#tell();
    return this.state();
  }

  lock(): PeopleState {
    if (this.mode === 'signed_in') {
      this.#locked = true;
      this.#watch();
      this.#tell();
    }
    return this.state();
  }

  /** Somebody is at the keyboard. */
  active(): { locked: boolean } {
    this.#lastInput = Date.now();
    return { locked: this.#locked };
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** One clock, which looks at the time of the last input when it rings: input costs nothing but a note. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { lockSeconds } = this.#roster.rules;
    if (this.mode !== 'signed_in' || lockSeconds === 0) return;
    const left = this.#lastInput + lockSeconds * 1000 - Date.now();
    if (left <= 0) {
      this.lock();
      return;
    }
    this.#timer = setTimeout(() => this.#watch(), left);
    this.#timer.unref();
  }

  #tell(): void {
    this.#options.emit({ event: 'people', mode: this.mode, userId: this.userId, path: this.#options.path });
  }
}
