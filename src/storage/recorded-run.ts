/** Which mock is to be recorded, on this device alone: whoever comes back to it need not ask for that again. */
import type { LamplightDb } from './database.ts';

const KEY = 'recorded-run';

/** The mock for which the microphone was on when it was last turned on or off by hand; null when it was turned off. */
export async function readRecordedRun(db: LamplightDb): Promise<string | null> {
  const value = (await db.local.get(KEY))?.value;
  return typeof value === 'string' ? value : null;
}

/** Keeps it; null: none is to be recorded. */
export async function writeRecordedRun(db: LamplightDb, mock: string | null): Promise<void> {
  await (mock === null ? db.local.delete(KEY) : db.local.put({ key: KEY, value: mock }));
}
