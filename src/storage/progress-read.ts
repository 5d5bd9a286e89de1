/** What Progress and the house on Today show: facts out of the tables, figures from `progress/`. */
import { Dexie } from 'dexie';
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { aimsFrom } from '#plan/aims.ts';
import type { Campaign } from '#plan/campaign.ts';
import type { Tallies } from '#progress/day-tally.ts';
import { floorsOf, type Floor } from '#progress/house.ts';
import { standingsOf, type Standings } from '#progress/standing.ts';
import { sundayOf, type Sunday } from '#progress/sunday.ts';
import { policyFor } from '#review/policy.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { AimOf } from '#review/schedule.ts';
import type { Settings } from '#review/settings.ts';
import { readBankIndex, type BankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { readDesk, type Desk } from './progress-desk.ts';
import { isPlannedRest } from './progress-rest.ts';
import type { CardRow } from './rows.ts';
import { stateOfRow } from './today.ts';

/** All cards that were ever answered and not reset. */
async function readLearned(db: LamplightDb): Promise<CardRow[]> {
  return db.cards.where('lastDay').between(Dexie.minKey, Dexie.maxKey).toArray();
}

/** The bank and how its questions stand today; one without a standing was never answered. */
export interface Known extends BankIndex {
  readonly standings: Standings;
}

/** Reads the bank's index and the standings of all questions that were ever answered. @throws CorruptRowError */
export async function readKnown(db: LamplightDb, today: StudyDay, scheduler: Scheduler): Promise<Known> {
  const [index, learned] = await Promise.all([readBankIndex(db), readLearned(db)]);
  return { ...index, standings: standingsOf(learned.map(stateOfRow), today, scheduler) };
}

/** The house: a floor for each topic that has questions, as the bank declares them. */
export function floorsOfKnown(known: Known): Floor[] {
  return floorsOf(topicsOf(known), known.questions, known.standings);
}

function topicsOf({ domains }: BankIndex): string[] {
  return domains.flatMap((domain) => domain.topics.map((topic) => `${domain.id}/${topic.id}`));
}

export interface Progress extends Sunday {
  readonly known: Known;
  readonly tallies: Tallies;
  /** All that are stored, the next interview first. */
  readonly campaigns: readonly Campaign[];
}

/** The settings that figures depend on. */
export type ProgressSettings = Pick<Settings, 'newPerDay' | 'holidays' | 'leechLapses' | 'topicRetention'>;

/** All figures of the Progress page; null when the days must be counted first. @throws CorruptRowError */
export async function readProgress(
  db: LamplightDb,
  today: StudyDay,
  settings: ProgressSettings,
  context: ReplayContext,
): Promise<Progress | null> {
  const [desk, campaigns] = await Promise.all([readDesk(db, context), readCampaigns(db)]);
  return desk && progressFrom(desk, campaigns, today, settings, context.scheduler);
}

/** The figures of a desk on a day. */
function progressFrom(
  { index, cards, tallies }: Desk,
  campaigns: readonly Campaign[],
  today: StudyDay,
  settings: ProgressSettings,
  scheduler: Scheduler,
): Progress {
  const { newPerDay, holidays, leechLapses } = settings;
  const sunday = sundayOf({
    questions: index.questions,
    topics: topicsOf(index),
    cards,
    tallies,
    today,
    newPerDay,
    leechLapses,
    isRest: (day) => isPlannedRest(campaigns, holidays, day),
    scheduler,
    schedulerOf: schedulersOf(index, aimsFrom(settings, campaigns), today, scheduler),
  });
  return { ...sunday, tallies, campaigns, known: { ...index, standings: sunday.standings } };
}

/** The scheduler of each item, where some are to be known better than others; undefined where none is. */
function schedulersOf({ questions }: BankIndex, aimOf: AimOf | undefined, today: StudyDay, scheduler: Scheduler) {
  if (!aimOf) return undefined;
  const policy = { scheduler, aimOf };
  const made = new Map(questions.map((question) => [question.id, policyFor(policy, question, today).scheduler]));
  return (item: ItemId): Scheduler => made.get(item) ?? scheduler;
}
