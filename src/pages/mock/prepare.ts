/** From the settings to an interview that is drawn, and to one that is under way. */
import { drawMock } from '#mock/draw-mock.ts';
import type { Drawn } from '#mock/drawn.ts';
import { closeRun } from '#mock/close-run.ts';
import { startRun, type MockRun } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { getStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readCandidates } from '#storage/mock-candidates.ts';
import { finishMock } from '#storage/mock-finish.ts';
import { beginMockRun, newMockId, takeMockRun } from '#storage/mock-run.ts';
import { deleteSound } from '#storage/recordings.ts';
import type { Environment } from '#pages/parts/environment.ts';

/** What the bank and the person's memory give for the settings today. @throws CorruptRowError */
export async function drawFor(
  db: LamplightDb,
  settings: MockSettings,
  today: StudyDay,
  scheduler: Scheduler,
): Promise<Drawn> {
  const { format, draw, items } = settings;
  const wanted = { causes: format === 'cause', shared: draw === 'same' && items.length === 0 };
  return drawMock(await readCandidates(db, today, scheduler, wanted), settings);
}

/** Puts a drawn interview under way; false when nothing was drawn. One that is under way ends here, with what is graded of it. */
export async function beginMock(settings: MockSettings, drawn: Drawn, environment: Environment): Promise<boolean> {
  const { db } = getStorage();
  const run = startRun(newMockId(), settings, drawn, Date.now());
  if (!run) return false;
  // Whoever still has it open gives way from here on: what is kept is what was stored last.
  const writer = newMockId();
  const before = await takeMockRun(db, writer);
  if (before) await keepWhatWasAnswered(db, before, environment, writer);
  await beginMockRun(db, run);
  return true;
}

async function keepWhatWasAnswered(
  db: LamplightDb,
  run: MockRun,
  environment: Environment,
  writer: string,
): Promise<void> {
  const closed = closeRun(run, Date.now());
  if (closed) await finishMock(db, closed, environment, Date.now(), writer);
  else await deleteSound(db, run.id);
}

const SEED_LENGTH = 6;

/** A seed that is short enough to read out. */
export function newSeed(): string {
  return newMockId().replaceAll('-', '').slice(-SEED_LENGTH);
}
