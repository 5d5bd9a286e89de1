/** Where a plan leads: the days until the interview played through with the memory as it is believed to be. */
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import type { CardId } from '#review/ids.ts';
import { learn } from '#review/reduce.ts';
import { plannedDate } from './campaign.ts';
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
  /** The chance that a question of this interview is recalled: median, and the range that 80% of the draws fall into. */
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

/**
 * Plays the days through with the same luck for the same seed, so that two forecasts differ by their minutes alone.
 *
 * @throws RangeError for a date beyond the days that are planned: each of them costs as much as a plan
 */
export function forecast(input: ForecastInput): Reach {
  if (plannedDate(input.date, input.today) < input.date) throw new RangeError(`Too far to play through: ${input.date}`);
  const { shared } = thinned(input);
  const ends = Array.from({ length: DRAWS }, (_, draw) => {
    const { cards } = playDays(shared, `${input.seed}:${draw}`);
    return endOf(cards, input.date, input.scheduler);
  });
  const recalls = ends.map(({ recall }) => recall).toSorted((a, b) => a - b);
  const at = (share: number): number => recalls[Math.round((DRAWS - 1) * share)] ?? 0;
  const seen = ends.reduce((sum, end) => sum + end.seen, 0) / DRAWS;
  return { recall: at(0.5), low: at(0.1), high: at(0.9), seen };
}

/** Answers that a plan is expected to ask for on a day, second tries among them. */
export interface PlannedLoad {
  readonly day: StudyDay;
  /** To cards that were seen before that day. */
  readonly back: number;
  /** To cards that are new that day. */
  readonly fresh: number;
}

/**
 * What a plan makes of each of the next days, today first and before the date: the mean of some draws. A day that is not for study
 * has nothing.
 *
 * @param days at most so many
 */
export function plannedLoad(input: ForecastInput, days: number): PlannedLoad[] {
  const { shared, step } = thinned({ ...input, date: plannedDate(input.date, input.today) });
  const played = Array.from(
    { length: DRAWS },
    (_, draw) => playDays(shared, `${input.seed}:${draw}`, days).days,
  ).flat();
  const length = Math.max(0, Math.min(days, input.date - input.today));
  return Array.from({ length }, (_, index) => {
    const day = (input.today + index) as StudyDay;
    const draws = played.filter((each) => each.day === day);
    const mean = (figure: 'back' | 'fresh'): number =>
      (draws.reduce((sum, each) => sum + each[figure], 0) * step) / DRAWS;
    return { day, back: mean('back'), fresh: mean('fresh') };
  });
}

/** Of many cards some that stand for all, with their share of the minutes; each stands for `step`. */
function thinned(input: ForecastInput): { readonly shared: ForecastInput; readonly step: number } {
  const step = Math.max(1, input.cards.length / SAMPLE);
  const count = Math.floor(input.cards.length / step);
  const cards = Array.from({ length: count }, (_, index) => input.cards[Math.floor(index * step)] as ScopeCard);
  return { shared: { ...input, cards, secondsOn: (day: StudyDay) => input.secondsOn(day) / step }, step };
}

/** For each of so many days from `today` on, and the one after them: how many of the open days come before it. */
function countsBefore(open: readonly StudyDay[], today: StudyDay, days: number): number[] {
  const isOpen = new Set(open);
  const counts = [0];
  for (let index = 0; index < days; index += 1)
    counts.push((counts[index] ?? 0) + Number(isOpen.has((today + index) as StudyDay)));
  return counts;
}

/** Plays the days before the date, at most so many of them. */
function playDays(input: ForecastInput, seed: string, most: number = Infinity) {
  const { today, date, scheduler, secondsOn } = input;
  const days = Array.from({ length: Math.max(0, date - today) }, (_, index) => (today + index) as StudyDay);
  const open = days.filter((day) => secondsOn(day) > 0);
  const openBefore = countsBefore(open, today, days.length);
  const before = (day: StudyDay): number => openBefore[Math.min(day - today, days.length)] ?? 0;
  let cards = input.cards;
  const played: PlannedLoad[] = [];
  for (const day of open.filter((each) => each - today < most)) {
    const daysBefore = (until: StudyDay): number => Math.max(0, before(until) - before(day));
    const plan = planDay({ cards, today: day, seconds: secondsOn(day), daysBefore, scheduler });
    const asked = new Set<CardId>(plan.cards.map(({ card }) => card));
    const answers = { back: 0, fresh: 0 };
    cards = cards.map((card) => {
      if (!asked.has(card.state.id)) return card;
      const state = afterDay(card.state, day, scheduler, seed);
      const figure = card.state.learning.kind === 'new' ? 'fresh' : 'back';
      answers[figure] += repsOf(state) - repsOf(card.state);
      return { ...card, state };
    });
    played.push({ day, ...answers });
  }
  return { cards, days: played };
}

function repsOf({ learning }: CardState): number {
  return learning.kind === 'learned' ? learning.reps : 0;
}

/** A card after it was answered on a day, and once more if that failed. */
function afterDay(state: CardState, day: StudyDay, scheduler: Scheduler, seed: string): CardState {
  const { learning } = state;
  const recall =
    learning.kind === 'learned' ? scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, day)) : null;
  const grade = gradeBy(recall, diceFrom(`${seed}:${state.id}:${repsOf(state)}`)());
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
