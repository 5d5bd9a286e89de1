/** Sheets of one who asks, on this device alone: whoever reloads finds what was ticked. One for each shared interview. */
import { v7 as uuidV7 } from 'uuid';
import type { PartnerSheet } from '#mock/partner-sheet.ts';
import type { LamplightDb } from './database.ts';

const PREFIX = 'partner-sheet:';
/** Grows when an older sheet could be misread. */
const FORMAT = 1;
/** Older ones make room. */
const MOST_SHEETS = 10;

interface Stored {
  readonly format: number;
  readonly sheet: PartnerSheet;
}

function sheetOf(value: unknown): PartnerSheet | null {
  const stored = value as Partial<Stored> | undefined;
  return stored?.format === FORMAT && stored.sheet ? stored.sheet : null;
}

/** An id for a sheet that begins; the mock will have it. */
export function newSheetId(): string {
  return uuidV7();
}

/** The sheet of a shared interview, named by its settings; null when there is none that this version can go on with. */
export async function readSheet(db: LamplightDb, query: string): Promise<PartnerSheet | null> {
  return sheetOf((await db.local.get(PREFIX + query))?.value);
}

/** Stores a sheet as it is now. */
export async function writeSheet(db: LamplightDb, query: string, sheet: PartnerSheet): Promise<void> {
  await db.transaction('rw', db.local, async () => {
    await db.local.put({ key: PREFIX + query, value: { format: FORMAT, sheet } satisfies Stored });
    const rows = await db.local.where('key').startsWith(PREFIX).toArray();
    const oldest = rows.toSorted((a, b) => startOf(b.value) - startOf(a.value)).slice(MOST_SHEETS);
    await db.local.bulkDelete(oldest.map(({ key }) => key));
  });
}

function startOf(value: unknown): number {
  return sheetOf(value)?.startedAtMs ?? 0;
}

/** Forgets a sheet, so that the same interview can be asked again. */
export async function dropSheet(db: LamplightDb, query: string): Promise<void> {
  await db.local.delete(PREFIX + query);
}
