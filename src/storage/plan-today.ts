/** What today's plan depends on, and what is different today alone. */
import type { StudyDay } from '#memory/study-day.ts';
import type { LamplightDb } from './database.ts';
import { OVERRIDE, readOverride, type Override } from './day-plan.ts';
import { readEpoch } from './epoch.ts';
import { lastLine } from './progress-journal.ts';

/** Changes the limits of this study day alone. */
export async function writeOverride(db: LamplightDb, today: StudyDay, change: Override): Promise<void> {
  await db.transaction('rw', db.local, async () => {
    const limits = { ...(await readOverride(db, today)), ...change };
    await db.local.put({ key: OVERRIDE, value: { day: today, limits } });
  });
}

/** What the person asks for, as one text: interviews and settings, the bank, and what is different today. */
export async function readWishes(db: LamplightDb, today: StudyDay): Promise<string> {
  const [settings, banks, items, override] = await Promise.all([
    db.settings.toArray(),
    db.banks.toArray(),
    db.items.count(),
    readOverride(db, today),
  ]);
  const written = settings.map(({ key, atMs }) => `${key} ${atMs}`);
  const versions = banks.map(({ manifest }) => manifest.version);
  return JSON.stringify([today, written, versions, items, override]);
}

/** What all figures of a plan depend on, as one text: the wishes and the log. */
export async function readBasis(db: LamplightDb, today: StudyDay): Promise<string> {
  // Not the last id of the log: another device's clock may have run ahead of all that is stored here since.
  const [wishes, epoch, line] = await Promise.all([readWishes(db, today), readEpoch(db), lastLine(db)]);
  return JSON.stringify([wishes, epoch, line]);
}
