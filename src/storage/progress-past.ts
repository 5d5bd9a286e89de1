/** How ready one was, week by week: worked out from the whole log in a worker, and kept for the day. */
import { studyDayStartMs, type StudyDay } from '#memory/study-day.ts';
import { phaseOf, type Campaign, type CampaignId } from '#plan/campaign.ts';
import { readinessOf, type Readiness } from '#plan/readiness.ts';
import { questionWeights } from '#plan/scope.ts';
import { knowledgeOn, type Knowledge } from '#progress/knowledge.ts';
import { statesBefore } from '#progress/past-states.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { readEpoch } from './epoch.ts';
import type { Report } from './heavy-progress.ts';
import { readPlanBank } from './plan-bank.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { readLog } from './rebuild.ts';

/** How ready one was at the end of a day. */
export interface PastPoint extends Knowledge {
  readonly day: StudyDay;
  readonly readiness: Readiness;
}

/** For one interview, or with null for the bank as a whole. */
export interface Past {
  readonly campaign: CampaignId | null;
  /** Weeks apart, the last one today, as it was when this was worked out. */
  readonly points: readonly PastPoint[];
}

export interface PastRow {
  readonly basis: string;
  readonly pasts: readonly Past[];
}

const KEY = 'progressPast';
const WEEKS = 26;
const DRAWS = 400;

/** An interview that asks everything alike. */
export const WHOLE_BANK = { tiers: {}, topics: {}, emphasis: {} } as const satisfies Partial<Campaign>;

/** The interviews that are ahead, and the bank as a whole. */
function scopesOf(campaigns: readonly Campaign[], today: StudyDay) {
  const ahead = campaigns.filter((campaign) => phaseOf(campaign, today) !== 'over');
  return [...ahead.map((campaign) => ({ id: campaign.id, wishes: campaign })), { id: null, wishes: WHOLE_BANK }];
}

/** What the past depends on, as one text; answers of today do not change it. */
export async function readPastBasis(db: LamplightDb, today: StudyDay): Promise<string> {
  const [campaigns, banks, epoch] = await Promise.all([readCampaigns(db), db.banks.toArray(), readEpoch(db)]);
  const wishes = campaigns.map(({ id, date, ended, tiers, topics, emphasis }) => ({
    scope: [id, date, ended],
    asks: { tiers, topics, emphasis },
  }));
  return JSON.stringify([today, wishes, banks.map(({ manifest }) => manifest.version), epoch]);
}

/** The past as it was last worked out; undefined before the first time. */
export async function readPast(db: LamplightDb): Promise<PastRow | undefined> {
  return (await db.local.get(KEY))?.value as PastRow | undefined;
}

/** Works the past out and keeps it. Reads the whole log. */
export async function keepPast(
  db: LamplightDb,
  today: StudyDay,
  offsetMinutes: number,
  context: ReplayContext,
  report: Report,
): Promise<void> {
  const basis = await readPastBasis(db, today);
  const [{ questions }, campaigns, { events }] = await Promise.all([
    readPlanBank(db),
    readCampaigns(db),
    readLog(db, report),
  ]);
  const first = events.reduce(
    (least, { type, atMs }) => (type === 'reviewed' ? Math.min(least, atMs) : least),
    Infinity,
  );
  const endOf = (day: number): number => studyDayStartMs((day + 1) as StudyDay, offsetMinutes, context.rolloverHour);
  const days = Array.from({ length: WEEKS + 1 }, (_, week) => (today - (WEEKS - week) * 7) as StudyDay);
  const lived = days.filter((day) => endOf(day) > first);
  const scopes = scopesOf(campaigns, today).map((scope) => ({
    ...scope,
    weights: questionWeights(scope.wishes, questions),
    points: [] as PastPoint[],
  }));
  let done = 0;
  for (const states of statesBefore(events, lived.map(endOf), context)) {
    const day = lived[done] ?? today;
    for (const { id, wishes, weights, points } of scopes) {
      const seed = `${id ?? 'bank'}:${day}`;
      const asked = { campaign: wishes, questions, states, day, scheduler: context.scheduler, seed, draws: DRAWS };
      const readiness = readinessOf(asked);
      if (readiness) points.push({ day, readiness, ...knowledgeOn(states, weights, day, context.scheduler) });
    }
    done += 1;
    report({ stage: 'replay', done, total: lived.length });
  }
  const pasts = scopes.map(({ id, points }): Past => ({ campaign: id, points }));
  await db.local.put({ key: KEY, value: { basis, pasts } satisfies PastRow });
}
