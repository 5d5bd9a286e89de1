/** What a plan is made of, out of the tables. */
import { studyDayOf, studyDayStartMs, type StudyDay } from '#memory/study-day.ts';
import { createScheduler, type Scheduler } from '#memory/scheduler.ts';
import type { AnswerTally } from '#plan/answer-times.ts';
import { phaseOf, type Campaign } from '#plan/campaign.ts';
import type { PlanQuestion } from '#plan/scope.ts';
import type { CardState } from '#review/card-state.ts';
import { estimateSeconds } from '#review/estimate.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import { parametersFrom } from '#review/settings.ts';
import { takenBackBy } from '#review/voids.ts';
import { readInBatches } from './batches.ts';
import type { LamplightDb } from './database.ts';
import { readPlanBank } from './plan-bank.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { readTallies } from './plan-tallies.ts';
import { readSettings } from './settings-store.ts';
import { stateOfRow } from './today.ts';

export interface PlanFacts {
  /** Those that are not over. */
  readonly campaigns: readonly Campaign[];
  readonly questions: readonly PlanQuestion[];
  readonly states: readonly CardState[];
  readonly tallies: ReadonlyMap<CardId, AnswerTally>;
  readonly today: StudyDay;
  readonly scheduler: Scheduler;
}

/** Reads all that plans and forecasts need; null when no interview is ahead. @throws CorruptRowError */
export async function readPlanFacts(db: LamplightDb, today: StudyDay): Promise<PlanFacts | null> {
  const campaigns = (await readCampaigns(db)).filter((campaign) => phaseOf(campaign, today) !== 'over');
  if (campaigns.length === 0) return null;
  const [{ questions }, rows, tallies, settings] = await Promise.all([
    readPlanBank(db),
    readInBatches(db.cards, ({ id }) => id),
    readTallies(db),
    readSettings(db),
  ]);
  const scheduler = createScheduler(parametersFrom(settings));
  return { campaigns, questions, states: rows.map(stateOfRow), tallies, today, scheduler };
}

/** Seconds that were spent on answers of a study day, with the time to check them. */
export async function readSpentSeconds(db: LamplightDb, today: StudyDay): Promise<number> {
  const { rolloverHour } = await readSettings(db);
  // A day more: zones differ, and an undo follows what it undoes.
  const rows = await db.events
    .where('atMs')
    .aboveOrEqual(studyDayStartMs((today - 1) as StudyDay, 0, rolloverHour))
    .toArray();
  const isTakenBack = takenBackBy(rows);
  let seconds = 0;
  for (const row of rows) {
    if (row.type !== 'reviewed' || row.source !== 'review' || isTakenBack(row)) continue;
    if (studyDayOf(row.atMs, row.offsetMinutes, rolloverHour) !== today) continue;
    const isPoint = splitCardId(row.card).point !== null;
    seconds += estimateSeconds([{ goodSeconds: row.tookMs / 1000, isPoint }]);
  }
  return seconds;
}
