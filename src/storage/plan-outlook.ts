/** How each interview stood when it was last worked out. Of this device alone, and rebuilt at any time. */
import type { StudyDay } from '#memory/study-day.ts';
import type { CampaignId } from '#plan/campaign.ts';
import type { PlannedLoad } from '#plan/forecast.ts';
import type { Readiness } from '#plan/readiness.ts';
import type { Verdict } from '#plan/verdict.ts';
import type { LamplightDb } from './database.ts';

export const PLAN_OUTLOOK = 'planOutlook';

/** How one interview stands. */
export interface Outlook {
  readonly campaign: CampaignId;
  /** If the interview were today; null when nothing is in scope. */
  readonly readiness: Readiness | null;
  /** Where the days until then lead; null on the day itself, and when nothing is in scope. */
  readonly verdict: Verdict | null;
  readonly questions: { readonly inScope: number; readonly seen: number };
}

export interface OutlookRow {
  readonly day: StudyDay;
  /** What it was computed from: another text, another outlook. */
  readonly basis: string;
  readonly atMs: number;
  readonly outlooks: readonly Outlook[];
  /** What all of them together ask for on each of the next days, up to the last interview; rows of before do not have it. */
  readonly load?: readonly PlannedLoad[];
}

/** The outlooks as they were last worked out; undefined before the first. */
export async function readOutlooks(db: LamplightDb): Promise<OutlookRow | undefined> {
  return (await db.local.get(PLAN_OUTLOOK))?.value as OutlookRow | undefined;
}
