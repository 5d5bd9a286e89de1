/** Plans and forecasts for the interviews ahead, and where they are kept. Runs in a worker: it reads all cards. */
import type { StudyDay } from '#memory/study-day.ts';
import { phaseOf, secondsOn, type Campaign } from '#plan/campaign.ts';
import { plannedLoad, type PlannedLoad } from '#plan/forecast.ts';
import { planToday } from '#plan/plan-today.ts';
import { readinessOf } from '#plan/readiness.ts';
import { scopeOf } from '#plan/scope.ts';
import { judge } from '#plan/verdict.ts';
import type { LamplightDb } from './database.ts';
import { DAY_PLAN, type DayPlanRow } from './day-plan.ts';
import { readPlanFacts, readSpentSeconds, type PlanFacts } from './plan-facts.ts';
import { cardsWithin, readOrdinaryMinutes } from './plan-minutes.ts';
import { PLAN_OUTLOOK, type Outlook, type OutlookRow } from './plan-outlook.ts';
import { readOverride, type Override } from './day-plan.ts';
import { readWishes } from './plan-today.ts';
import { readSettings } from './settings-store.ts';

const DRAWS = 2000;

/** Makes the plan of the day and keeps it where the queue finds it; takes it away when neither interview nor minutes ask for one. */
export async function keepDayPlan(db: LamplightDb, today: StudyDay): Promise<PlanFacts | null> {
  const wishes = await readWishes(db, today);
  const facts = await readPlanFacts(db, today);
  if (!facts) {
    const settings = await readSettings(db);
    const minutes = await readOrdinaryMinutes(db, today, settings);
    if (minutes === 0) await db.local.delete(DAY_PLAN);
    else await put(db, { day: today, ...(await cardsWithin(db, today, minutes, settings)), others: false, wishes });
    return null;
  }
  const override = await readOverride(db, today);
  const plan = planToday({ ...facts, spentSeconds: await readSpentSeconds(db, today), ...wishOf(override) });
  const cards = plan.cards.map(({ card }) => card);
  const seconds = plan.cards.map((card) => card.seconds);
  await put(db, { day: today, cards, seconds, others: override.others ?? false, wishes });
  return facts;
}

async function put(db: LamplightDb, row: DayPlanRow): Promise<void> {
  await db.local.put({ key: DAY_PLAN, value: row });
}

function wishOf({ minutes }: Override): { readonly minutesToday: number | null } {
  return { minutesToday: minutes ?? null };
}

/** Works out how each interview stands and keeps it for the screens. */
export async function keepOutlooks(
  db: LamplightDb,
  facts: PlanFacts | null,
  how: Pick<OutlookRow, 'day' | 'basis' | 'atMs'>,
): Promise<void> {
  if (!facts) return db.local.delete(PLAN_OUTLOOK);
  const outlooks = facts.campaigns.map((campaign) => outlookOf(campaign, facts));
  const load = loadOf(facts, how.day);
  await db.local.put({ key: PLAN_OUTLOOK, value: { ...how, outlooks, load } satisfies OutlookRow });
}

/** How far ahead the load is told. */
const LOAD_DAYS = 30;

function loadOf(facts: PlanFacts, today: StudyDay): PlannedLoad[] {
  const { campaigns, scheduler } = facts;
  const date = campaigns.reduce((last, campaign) => (campaign.date > last ? campaign.date : last), today);
  const cards = scopeOf(facts);
  return plannedLoad(
    { cards, today, date, secondsOn: (day) => secondsOn(campaigns, day), scheduler, seed: `load:${today}` },
    LOAD_DAYS,
  );
}

function outlookOf(campaign: Campaign, facts: PlanFacts): Outlook {
  const { questions, states, today, scheduler } = facts;
  const seed = `${campaign.id}:${today}`;
  const cards = scopeOf({ ...facts, campaigns: [campaign] });
  const whole = cards.filter(({ state }) => state.point === null);
  const byId = new Map(states.map((state) => [state.id, state]));
  return {
    campaign: campaign.id,
    readiness: readinessOf({ campaign, questions, states: byId, day: today, scheduler, seed, draws: DRAWS }),
    verdict:
      cards.length === 0 || phaseOf(campaign, today) !== 'ahead'
        ? null
        : judge(campaign, { cards, today, scheduler, seed }),
    questions: {
      inScope: whole.length,
      seen: whole.filter(({ state }) => state.learning.kind === 'learned').length,
    },
  };
}
