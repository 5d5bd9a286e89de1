/** What the plan is measured against, and the plan itself. */
import type { Grade } from '#memory/grade.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { expectedSeconds } from '#plan/answer-times.ts';
import { planDay } from '#plan/day-plan.ts';
import { createAppraiser } from '#plan/gain.ts';
import type { CardState } from '#review/card-state.ts';
import { estimateSeconds } from '#review/estimate.ts';
import type { Learner } from './learner.ts';
import type { Desk, Policy } from './practice.ts';

const FRESH_A_DAY = 20;
const TOPICS = 10;

const published = (desiredRetention: number): Scheduler =>
  createScheduler({ ...DEFAULT_PARAMETERS, desiredRetention, fuzz: false });

const dueDay = ({ learning }: CardState): number =>
  learning.kind === 'learned' && learning.due.kind === 'day' ? learning.due.day : Number.POSITIVE_INFINITY;

/** What is due, by due day, then new cards up to twenty a day. */
function dueFirst({ cards, day, freshToday }: Desk): number[] {
  const places = cards.map((_, place) => place);
  const dueOf = (place: number): number => dueDay(cards[place] as CardState);
  const due = places.filter((place) => dueOf(place) <= day).toSorted((a, b) => dueOf(a) - dueOf(b));
  const fresh = places.filter((place) => cards[place]?.learning.kind === 'new');
  return [...due, ...fresh.slice(0, Math.max(0, FRESH_A_DAY - freshToday))];
}

/** FSRS-6 with published weights at a desired retention. */
export function fsrsDueFirst(desiredRetention: number): Policy {
  const scheduler = published(desiredRetention);
  return {
    name: `FSRS at ${desiredRetention}`,
    scheduler,
    choose: dueFirst,
    dueAfter: (_, { learning }) => (learning.kind === 'learned' ? scheduler.intervalDays(learning.memory) : 1),
  };
}

/** The same, but minutes that are left go to the cards least likely to be recalled. */
export function fsrsThenAhead(desiredRetention: number): Policy {
  const base = fsrsDueFirst(desiredRetention);
  const recall = ({ learning }: CardState, day: StudyDay): number =>
    learning.kind === 'learned' ? base.scheduler.retrievability(learning.memory, day - learning.lastDay) : 1;
  return {
    ...base,
    choose(desk) {
      const due = base.choose(desk);
      if (due.length > 0) return due;
      const places = desk.cards.map((_, place) => place);
      const seen = places.filter((place) => recall(desk.cards[place] as CardState, desk.day) < 1);
      const recalls = desk.cards.map((card) => recall(card, desk.day));
      return seen.toSorted((a, b) => (recalls[a] ?? 0) - (recalls[b] ?? 0));
    },
  };
}

/** SuperMemo 2 as published: intervals of 1 and 6 days, then times an ease that begins at 2.5. */
export function sm2(): Policy {
  const known = new Map<number, { ease: number; run: number; days: number }>();
  return {
    name: 'SM-2',
    scheduler: published(0.9),
    choose: dueFirst,
    dueAfter(place, _, grade: Grade) {
      const card = known.get(place) ?? { ease: 2.5, run: 0, days: 0 };
      known.set(place, card);
      const quality = grade === 1 ? 2 : grade + 1;
      card.run = quality < 3 ? 0 : card.run + 1;
      card.days = card.run < 2 ? 1 : card.run === 2 ? 6 : Math.round(card.days * card.ease);
      card.ease = Math.max(1.3, card.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
      return card.days;
    },
  };
}

/** The ceiling: gain on the date a second, with the learner's own weights and times, and no pacing. */
export function knowingGreedy(learner: Learner): Policy {
  return {
    name: 'greedy that knows',
    scheduler: learner.truth,
    choose({ cards, day, date }) {
      const { appraise } = createAppraiser(learner.truth, day);
      const rated = cards.flatMap(({ learning }, place) => {
        if (learning.kind === 'learned' && learning.lastDay === day) return [];
        const { gain, again } = appraise(learning, [{ date, weight: 1 }]);
        return [{ place, rate: gain / ((learner.cards[place]?.seconds ?? 1) * (1 + learner.secondTry * again)) }];
      });
      return rated
        .filter(({ rate }) => rate > 0)
        .toSorted((a, b) => b.rate - a.rate)
        .map(({ place }) => place);
    },
    dueAfter: () => 1,
  };
}

/** This app: published weights, times learnt on the way, nothing else. */
export function ours(): Policy {
  const scheduler = published(0.9);
  return {
    name: 'Lamplight',
    scheduler,
    choose({ cards, day, date, secondsLeft, nominalSeconds, tallies }) {
      const timed = cards.map(({ id }, place) => {
        return { id, group: `${place % TOPICS}`, goodSeconds: nominalSeconds[place] ?? 1, isPoint: false };
      });
      const seconds = expectedSeconds(timed, tallies);
      // The simulated answer has the time to check it in it already.
      const overhead = estimateSeconds([{ goodSeconds: 0, isPoint: false }]);
      const scope = cards.map((state, place) => ({
        state,
        topic: `${place % TOPICS}`,
        seconds: (seconds[place] ?? 0) - overhead,
        claims: [{ date, weight: 1 / cards.length }],
      }));
      const daysBefore = (until: StudyDay): number => until - day;
      const places = new Map(cards.map(({ id }, place) => [id, place]));
      const plan = planDay({ cards: scope, today: day, seconds: secondsLeft, daysBefore, scheduler });
      return plan.cards.map(({ card }) => places.get(card) ?? 0);
    },
    dueAfter: () => 1,
  };
}
