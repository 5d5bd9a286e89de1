/** What to go over on the day of an interview. Runs in a worker: it reads all cards. */
import type { StudyDay } from '#memory/study-day.ts';
import type { CampaignId } from '#plan/campaign.ts';
import { planWarmUp, type WarmUp } from '#plan/interview-day.ts';
import type { LamplightDb } from './database.ts';
import { readPlanFacts } from './plan-facts.ts';

/** The warm-up of one interview; null when it is over or there is none of this id. @throws CorruptRowError */
export async function readWarmUp(db: LamplightDb, id: CampaignId, today: StudyDay): Promise<readonly WarmUp[] | null> {
  const facts = await readPlanFacts(db, today);
  const campaign = facts?.campaigns.find((each) => each.id === id);
  if (!facts || !campaign) return null;
  const states = new Map(facts.states.map((state) => [state.id, state]));
  return planWarmUp({ ...facts, campaign, states });
}
