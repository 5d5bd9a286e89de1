/** Brings plans up to date, away from the screen. Two who ask at once share the work. */
import type { StudyDay } from '#memory/study-day.ts';
import { phaseOf, type Campaign } from '#plan/campaign.ts';
import type { Settings } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';
import { DAY_PLAN, readDayPlan } from './day-plan.ts';
import { unreported } from './heavy-progress.ts';
import { runHeavy } from './heavy.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { readOrdinaryMinutes } from './plan-minutes.ts';
import { readOutlooks } from './plan-outlook.ts';
import { readBasis, readWishes } from './plan-today.ts';
import { readSettings } from './settings-store.ts';

const underWay = new Map<string, Promise<boolean>>();

function once(db: LamplightDb, what: string, work: () => Promise<boolean>): Promise<boolean> {
  const key = `${db.name} ${what}`;
  const running = underWay.get(key) ?? work().finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

async function run(db: LamplightDb, today: StudyDay, basis: string | null): Promise<boolean> {
  const { outcome } = runHeavy(db, 'plan', { today, basis, nowMs: Date.now() }, unreported);
  return (await outcome).kind === 'done';
}

/** What may ask for a plan. */
interface Asking {
  readonly settings: Pick<Settings, 'minutesPerDay'>;
  readonly campaigns: readonly Campaign[];
}

async function readAsking(db: LamplightDb): Promise<Asking> {
  const [settings, campaigns] = await Promise.all([readSettings(db), readCampaigns(db)]);
  return { settings, campaigns };
}

/** Whether there is an interview or a limit of minutes to plan for, or a plan that has outlived both. */
async function isAsked(db: LamplightDb, today: StudyDay, { settings, campaigns }: Asking): Promise<boolean> {
  if (campaigns.some((campaign) => phaseOf(campaign, today) !== 'over')) return true;
  const [plan, minutes] = await Promise.all([db.local.get(DAY_PLAN), readOrdinaryMinutes(db, today, settings)]);
  return plan !== undefined || minutes > 0;
}

/**
 * Sees to it that there is a plan for today that fits the interviews and settings as they are. What was answered since it was
 * made does not count: the queue leaves that out by itself. Resolves to whether there is one to go by.
 *
 * @param asking when it is read already: a review that begins should not wait for it twice
 */
export function refreshDayPlan(db: LamplightDb, today: StudyDay, asking?: Asking): Promise<boolean> {
  return orNot(freshDayPlan(db, today, asking));
}

/** A plan is a help and never a must: who goes on without one meets the database's trouble soon enough, where it is told. */
async function orNot(work: Promise<boolean>): Promise<boolean> {
  try {
    return await work;
  } catch {
    return false;
  }
}

async function freshDayPlan(db: LamplightDb, today: StudyDay, asking?: Asking): Promise<boolean> {
  // Most days have neither interview nor limit, and a review that begins should not wait for more than that.
  if (!(await isAsked(db, today, asking ?? (await readAsking(db))))) return false;
  const [plan, wishes] = await Promise.all([readDayPlan(db, today), readWishes(db, today)]);
  if (plan?.wishes === wishes) return true;
  return once(db, `day ${wishes}`, () => run(db, today, null));
}

/** Brings the plan of the day and the outlooks up to the last answer. Resolves to whether they are. */
export function refreshOutlooks(db: LamplightDb, today: StudyDay): Promise<boolean> {
  return orNot(freshOutlooks(db, today));
}

async function freshOutlooks(db: LamplightDb, today: StudyDay): Promise<boolean> {
  const basis = await readBasis(db, today);
  if ((await readOutlooks(db))?.basis === basis) return true;
  if (!(await isAsked(db, today, await readAsking(db)))) return false;
  return once(db, `all ${basis}`, () => run(db, today, basis));
}
