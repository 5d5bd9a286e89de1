/** From the settings to an interview that is drawn, and to one that is under way. */
import { drawMock } from '#mock/draw-mock.ts';
import type { Drawn } from '#mock/drawn.ts';
import { startRun } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { getStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readCandidates } from '#storage/mock-candidates.ts';
import { beginMockRun, newMockId } from '#storage/mock-run.ts';

/** What the bank and the person's memory give for the settings today. @throws CorruptRowError */
export async function drawFor(
  db: LamplightDb,
  settings: MockSettings,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<Drawn> {
  return drawMock(await readCandidates(db, today, scheduler, settings.format === 'cause'), settings);
}

/** Puts a drawn interview under way; false when nothing was drawn. */
export async function beginMock(settings: MockSettings, drawn: Drawn): Promise<boolean> {
  const run = startRun(newMockId(), settings, drawn, Date.now());
  if (!run) return false;
  await beginMockRun(getStorage().db, run);
  return true;
}

const SEED_LENGTH = 6;

/** A seed that is short enough to read out. */
export function newSeed(): string {
  return newMockId().replaceAll('-', '').slice(-SEED_LENGTH);
}
