/** Where a plan leads: the days until the interview played through with the memory as it is believed to be. */
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import type { CardId } from '#review/ids.ts';
import { learn } from '#review/reduce.ts';
import { planDay, type ScopeCard } from './day-plan.ts';
import { gradeBy } from './gain.ts';
import { diceFrom } from './random.ts';

export interface ForecastInput {
  readonly cards: readonly ScopeCard[];
  readonly today: StudyDay;
  /** The day of the interview; what counts are the claims for it. */
  readonly date: StudyDay;
  /** Seconds for study on a day. */
  readonly secondsOn: (day: StudyDay) => number;
  readonly scheduler: Scheduler;
  readonly seed: string;
}

/** What is expected on the day of the interview. */
export interface Reach {
  /** The chance that a question of this interview is recalled: median, and the range that 80 % of the draws fall into. */
  readonly recall: number;
  readonly low: number;
  readonly high: number;
  /** The share of the interview, 0 to 1, that will have been seen. */
  readonly seen: number;
}

/** How often the days are played through. */
const DRAWS = 9;
/** Of more cards than this every nth stands for its neighbours, and has its share of the minutes. */
const SAMPLE = 240;

/** Plays the days through with the same luck for the same seed, so that two forecasts differ by their minutes alone. */
export function forecast(input: ForecastInput): Reach {
  const step = Math.max(1, input.cards.length / SAMPLE);
  const count = Math.floor(input.cards.length / step);
  const sampled = Array.from({ length: count }, (_, index) => input.cards[Math.floor(index * step)] as ScopeCard);
  const shared = { ...input, cards: sampled, secondsOn: (day: StudyDay) => input.secondsOn(day) / step };
  const ends = Array.from({ length: DRAWS }, (_, draw) => playThrough(shared, `${input.seed}:${draw}`));
  const recalls = ends.map(({ recall }) => recall).toSorted((a, b) => a - b);
  const at = (share: number): number => recalls[Math.round((DRAWS - 1) * share)] ?? 0;
  const seen = ends.reduce((sum, end) => sum + end.seen, 0) / DRAWS;
  return { recall: at(0.5), low: at(0.1), high: at(0.9), seen };
}

/** For each of so many days from `today` on, and the one after them: how many of the open days come before it. */
function countsBefore(open: readonly StudyDay[], today: StudyDay, days: number): number[] {
  const isOpen = new Set(open);
  const counts = [0];
  for (let index = 0; index < days; index += 1)
    counts.push((counts[index] ?? 0) + Number(isOpen.has((today + index) as StudyDay)));
  return counts;
}

function playThrough(input: ForecastInput, seed: string): Pick<Reach, 'recall' | 'seen'> {
  const { today, date, scheduler, secondsOn } = input;
  const days = Array.from({ length: Math.max(0, date - today) }, (_, index) => (today + index) as StudyDay);
  const open = days.filter((day) => secondsOn(day) > 0);
  const openBefore = countsBefore(open, today, days.length);
  const before = (day: StudyDay): number => openBefore[Math.min(day - today, days.length)] ?? 0;
  let cards = input.cards;
  for (const day of open) {
    const daysBefore = (until: StudyDay): number => Math.max(0, before(until) - before(day));
    const plan = planDay({ cards, today: day, seconds: secondsOn(day), daysBefore, scheduler });
    const asked = new Set<CardId>(plan.cards.map(({ card }) => card));
    cards = cards.map((card) =>
      asked.has(card.state.id) ? { ...card, state: afterDay(card.state, day, scheduler, seed) } : card,
    );
  }
  return endOf(cards, date, scheduler);
}

/** A card after it was answered on a day, and once more if that failed. */
function afterDay(state: CardState, day: StudyDay, scheduler: Scheduler, seed: string): CardState {
  const { learning } = state;
  const reps = learning.kind === 'learned' ? learning.reps : 0;
  const recall =
    learning.kind === 'learned' ? scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, day)) : null;
  const grade = gradeBy(recall, diceFrom(`${seed}:${state.id}:${reps}`)());
  const review = (grade: Grade) => ({ grade, day, atMs: 0, due: { kind: 'days', days: 1 } as const });
  const once = learn(learning, review(grade), scheduler);
  return { ...state, learning: grade === 1 ? learn(once, review(3), scheduler) : once };
}

function endOf(cards: readonly ScopeCard[], date: StudyDay, scheduler: Scheduler): Pick<Reach, 'recall' | 'seen'> {
  let total = 0;
  let recall = 0;
  let seen = 0;
  for (const { state, claims } of cards) {
    if (state.point !== null) continue;
    const weight = claims.reduce((sum, claim) => sum + (claim.date === date ? claim.weight : 0), 0);
    total += weight;
    if (state.learning.kind === 'new') continue;
    seen += weight;
    recall += weight * scheduler.retrievability(state.learning.memory, daysBetween(state.learning.lastDay, date));
  }
  return total === 0 ? { recall: 0, seen: 0 } : { recall: recall / total, seen: seen / total };
}
