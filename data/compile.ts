/** A folder of sources → the packs that the app loads, or everything that is wrong with them. */
import { createHash } from 'node:crypto';
import type { Fault } from '#bank/fault.ts';
import { type BuiltPacks, buildPacks } from '#bank/pack/build-packs.ts';
import { checkPack } from './check.ts';
import { highlightItem } from './highlight.ts';

export type Compiled =
  | ({ readonly ok: true; readonly warnings: readonly Fault[] } & BuiltPacks)
  /** Files and lines are inside the pack's folder. */
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** SHA-256 as lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Checks, highlights and packs the pack in `dir`. Any error, of form or of lint, stops it. */
export async function compileBank(dir: string): Promise<Compiled> {
  const { pack, errors, warnings } = await checkPack(dir);
  if (errors.length > 0 || !pack.head) return { ok: false, faults: errors };
  const items = await Promise.all(pack.items.map(({ item }) => highlightItem(item)));
  return { ok: true, warnings, ...(await buildPacks(pack.head.head, items, sha256)) };
}
