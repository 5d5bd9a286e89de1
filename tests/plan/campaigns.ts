/** Campaigns and questions for tests of the plan. */
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Campaign, CampaignId } from '#plan/campaign.ts';
import type { ScopeCard } from '#plan/day-plan.ts';
import type { PlanQuestion } from '#plan/scope.ts';
import type { CardState } from '#review/card-state.ts';
import { freshCard, itemId, learnedCard, studyDay } from '../support/builders.ts';
import { KEY_POINTS } from '../support/item-builders.ts';

export const TODAY = studyDay(200);
/** No fuzz, so that what is expected can be told. */
export const PLAN_SCHEDULER = createScheduler({ ...DEFAULT_PARAMETERS, fuzz: false });

/** An interview in ten days, twenty minutes a day, all of the bank alike. */
export function campaign(over: Partial<Campaign> = {}): Campaign {
  return {
    id: 'c-one' as CampaignId,
    date: studyDay(TODAY + 10),
    company: 'Harbour',
    role: 'Backend engineer',
    tiers: {},
    topics: {},
    emphasis: {},
    minutesPerDay: 20,
    restWeekdays: [],
    restDates: [],
    ended: false,
    asked: [],
    ...over,
  };
}

export function planQuestion(id: string, over: Partial<PlanQuestion> = {}): PlanQuestion {
  return { id: itemId(id), topic: 'web/http', tier: 'mid', kind: 'concept', seconds: 60, points: KEY_POINTS, ...over };
}

/** A card that counts on one date with weight 1. */
export function scopeCard(state: CardState, over: Partial<ScopeCard> = {}): ScopeCard {
  return { state, topic: 'web/http', seconds: 60, claims: [{ date: studyDay(TODAY + 10), weight: 1 }], ...over };
}

/** Never-seen cards `q-0`, `q-1`, … */
export function freshScope(count: number, over: Partial<ScopeCard> = {}): ScopeCard[] {
  return Array.from({ length: count }, (_, index) => scopeCard(freshCard(`q-${index}`), over));
}

/** A card last answered so many days ago, with a stability in days. */
export function seenCard(id: string, daysAgo: number, stability: number, point: string | null = null): CardState {
  const lastDay = studyDay(TODAY - daysAgo);
  const due = { kind: 'day', day: TODAY } as const;
  return learnedCard(id, { lastDay, firstDay: lastDay, memory: { stability, difficulty: 5 }, due }, point);
}

/** Days from a day to before a date, each of them for study. */
export function everyDay(today: StudyDay): (date: StudyDay) => number {
  return (date) => Math.max(0, date - today);
}
