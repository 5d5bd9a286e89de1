/** Weeks of practice of a simulated learner under a policy: minutes a day, skipped days, failed cards asked once more. */
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { newCard, type CardState } from '#review/card-state.ts';
import { learn } from '#review/reduce.ts';
import type { AnswerTally } from '#plan/answer-times.ts';
import type { CardId } from '#review/ids.ts';
import { itemId } from '../../support/builders.ts';
import { answer, recallOn, skips, type Learner } from './learner.ts';

/** All that a policy may look at. */
export interface Desk {
  readonly day: StudyDay;
  readonly date: StudyDay;
  readonly secondsLeft: number;
  /** New cards begun today. */
  readonly freshToday: number;
  readonly cards: readonly CardState[];
  readonly nominalSeconds: readonly number[];
  readonly tallies: ReadonlyMap<CardId, AnswerTally>;
}

export interface Policy {
  readonly name: string;
  /** What it takes the learner's memory to be like. */
  readonly scheduler: Scheduler;
  /** Places of cards to ask today, in order; asked again while there is time, until it has none. */
  choose(desk: Desk): readonly number[];
  /** Days until the card is due, where the policy has due days. Called after each answer but second tries. */
  dueAfter(place: number, after: CardState, grade: Grade): number;
}

export interface Outcome {
  /** Mean chance of recall on the date, 0 to 1. */
  readonly recall: number;
  /** The share of the minutes that was used. */
  readonly used: number;
}

/** A failed card is asked once more after so many others. */
const LATER = 8;
/** How often a policy may be asked for more on a day. */
const ROUNDS = 6;

interface Practice {
  readonly learner: Learner;
  readonly policy: Policy;
  readonly cards: CardState[];
  readonly tallies: Map<CardId, AnswerTally>;
  freshToday: number;
}

/** @param days days before the interview, on day `days`; @param seconds each day's */
export function practise(learner: Learner, policy: Policy, days: number, seconds: number): Outcome {
  const cards = learner.cards.map((_, place) => newCard(itemId(`q-${place}`), null));
  const practice: Practice = { learner, policy, cards, tallies: new Map(), freshToday: 0 };
  const nominalSeconds = learner.cards.map((card) => card.nominalSeconds);
  let used = 0;
  for (let day = 0; day < days; day += 1) {
    if (skips(learner, day)) continue;
    practice.freshToday = 0;
    let spent = 0;
    for (let round = 0; round < ROUNDS && spent < seconds; round += 1) {
      const { freshToday, tallies } = practice;
      const secondsLeft = seconds - spent;
      const desk = {
        day: day as StudyDay,
        date: days as StudyDay,
        secondsLeft,
        freshToday,
        cards,
        nominalSeconds,
        tallies,
      };
      const places = policy.choose(desk);
      if (places.length === 0) break;
      spent += session(practice, places, day as StudyDay, secondsLeft);
    }
    used += spent;
  }
  return { recall: recallOn(learner, days), used: used / (days * seconds) };
}

/** Asks until the list or the time is at its end; returns the seconds. */
function session(practice: Practice, places: readonly number[], day: StudyDay, seconds: number): number {
  const queue = places.map((place) => ({ place, again: false }));
  let spent = 0;
  for (let next = queue.shift(); next; next = spent < seconds ? queue.shift() : undefined) {
    const { place, again } = next;
    const { grade, seconds: took } = answer(practice.learner, place, day);
    spent += took;
    record(practice, { place, again, day, grade, took });
    if (grade === 1 && !again) queue.splice(LATER, 0, { place, again: true });
  }
  return spent;
}

interface Asked {
  readonly place: number;
  readonly again: boolean;
  readonly day: StudyDay;
  readonly grade: Grade;
  readonly took: number;
}

function record(practice: Practice, { place, again, day, grade, took }: Asked): void {
  const { cards, policy, tallies } = practice;
  const before = cards[place];
  if (!before) throw new RangeError(`No card ${place}`);
  if (before.learning.kind === 'new') practice.freshToday += 1;
  const review = { grade, day, atMs: day * 86_400_000, due: null };
  const after = { ...before, learning: learn(before.learning, review, policy.scheduler) };
  const days = again ? 1 : policy.dueAfter(place, after, grade);
  const due = { kind: 'days', days: Math.max(1, days) } as const;
  cards[place] = { ...before, learning: learn(before.learning, { ...review, due }, policy.scheduler) };
  if (again) return;
  const { count, totalMs } = tallies.get(before.id) ?? { count: 0, totalMs: 0 };
  tallies.set(before.id, { count: count + 1, totalMs: totalMs + took * 1000 });
}
