/** Parses and lints a pack's folder: what the command, the compiler and the tests share. */
import { compareFaults, type Fault } from '#bank/fault.ts';
import { lintPack } from '#bank/lint/rules.ts';
import type { ParsedPack } from '#bank/parsed.ts';
import { parsePack } from '#bank/parse/parse-pack.ts';
import { readSources } from './read-sources.ts';

export interface Checked {
  readonly pack: ParsedPack;
  /** Files and lines are inside the pack's folder. */
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** This month as `YYYY-MM`. */
function thisMonth(now = new Date()): string {
  return now.toISOString().slice(0, 7);
}

/** Checks the pack in `dir`. Faults come back as data; only an unreadable folder throws. */
export async function checkPack(dir: string, month = thisMonth()): Promise<Checked> {
  const pack = parsePack(await readSources(dir));
  if (!pack.head) return { pack, errors: pack.faults, warnings: [] };
  const unreadable = pack.faults.map(({ file }) => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, ''));
  const { errors, warnings } = lintPack({ head: pack.head, items: pack.items, unreadable, month });
  return { pack, errors: [...pack.faults, ...errors].sort(compareFaults), warnings };
}
