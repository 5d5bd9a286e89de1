import type { Checked } from './backup-rows.ts';
import { sameJson } from './same-json.ts';
import type { BackupFault } from './backup-schema.ts';

export interface ListRules<T> {
  readonly name: string;
  readonly check: (raw: unknown) => Checked<T>;
  /** What makes an entry that one and no other. */
  readonly keyOf: (entry: T) => string;
  readonly limit: number;
}

/** One list of a backup while it is read. */
export class BackupList<T> {
  readonly #rules: ListRules<T>;
  readonly #entries = new Map<string, T>();

  constructor(rules: ListRules<T>) {
    this.#rules = rules;
  }

  toArray(): T[] {
    return [...this.#entries.values()];
  }

  /**
   * Takes the entry that stands at an index, or returns what is wrong with it. The same entry twice counts once; two that
   * share a key and differ cannot both be true.
   */
  take(index: number, raw: unknown): BackupFault | null {
    const { name, check, keyOf, limit } = this.#rules;
    if (index >= limit) return { kind: 'tooMany', list: name, limit };
    const where = `${name}[${index}]`;
    const checked = check(raw);
    if (!checked.ok) return { kind: 'invalid', where, why: checked.why };
    const key = keyOf(checked.value);
    const known = this.#entries.get(key);
    if (known === undefined) this.#entries.set(key, checked.value);
    else if (!sameJson(known, checked.value)) {
      return { kind: 'invalid', where, why: `another entry with other content is called ${key} too` };
    }
    return null;
  }
}
