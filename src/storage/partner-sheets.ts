/**
 * Sheets of one who asks, on this device alone: whoever reloads finds what was ticked. One for each shared interview. What a tab
 * does is done to the sheet as it is stored, so that two tabs write on one sheet and neither undoes what the other did.
 */
import { v7 as uuidV7 } from 'uuid';
import { emptied, reduceSheet, type PartnerSheet, type SheetInput } from '#mock/partner-sheet.ts';
import type { LamplightDb } from './database.ts';

const PREFIX = 'partner-sheet:';
/** Grows when an older sheet could be misread. */
const FORMAT = 1;
/** Older ones make room. */
const MOST_SHEETS = 10;

export interface StoredSheet {
  readonly sheet: PartnerSheet;
  /** How often it was written; 0: not stored yet. */
  readonly revision: number;
}

interface Stored extends StoredSheet {
  readonly format: number;
}

function storedOf(value: unknown): StoredSheet | null {
  const stored = value as Partial<Stored> | undefined;
  if (stored?.format !== FORMAT || !stored.sheet) return null;
  return { sheet: stored.sheet, revision: stored.revision ?? 1 };
}

/** An id for a sheet that begins; the mock will have it. */
export function newSheetId(): string {
  return uuidV7();
}

/** The sheet of a shared interview, named by its settings; null when there is none that this version can go on with. */
export async function readSheet(db: LamplightDb, query: string): Promise<StoredSheet | null> {
  return storedOf((await db.local.get(PREFIX + query))?.value);
}

/**
 * Does this to the sheet as it is stored by now, whatever a tab still shows, and returns what came of it. Where none is stored it
 * begins as it was seen; one that another tab has cleared in the meantime begins anew.
 */
export async function changeSheet(
  db: LamplightDb,
  query: string,
  seen: StoredSheet,
  inputs: readonly SheetInput[],
  nowMs: number,
): Promise<StoredSheet> {
  return db.transaction('rw', db.local, async () => {
    const begun = seen.revision === 0 ? seen.sheet : emptied(seen.sheet, newSheetId(), nowMs);
    const { sheet, revision } = (await readSheet(db, query)) ?? { sheet: begun, revision: 0 };
    const next = { sheet: inputs.reduce(reduceSheet, sheet), revision: revision + 1 };
    const key = PREFIX + query;
    await db.local.put({ key, value: { format: FORMAT, ...next } satisfies Stored });
    const others = await db.local
      .where('key')
      .startsWith(PREFIX)
      .and((row) => row.key !== key)
      .toArray();
    const oldest = others.toSorted((a, b) => startOf(b.value) - startOf(a.value)).slice(MOST_SHEETS - 1);
    await db.local.bulkDelete(oldest.map((row) => row.key));
    return next;
  });
}

function startOf(value: unknown): number {
  return storedOf(value)?.sheet.startedAtMs ?? 0;
}

/** Forgets a sheet, so that the same interview can be asked again. */
export async function dropSheet(db: LamplightDb, query: string): Promise<void> {
  await db.local.delete(PREFIX + query);
}
