/** What one answer today is worth on a later day. */
import { GRADES, type Grade } from '#memory/grade.ts';
import type { Memory, Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Learned, Learning } from '#review/card-state.ts';

/** A date on which a card counts, and how much. */
export interface Claim {
  readonly date: StudyDay;
  /** Above 0; the weights of all cards of a date add up to 1. */
  readonly weight: number;
}

/** Chances of recall on a date, 0 to 1: if the card is left alone, and if it is answered today. */
export interface Lift {
  readonly alone: number;
  readonly answered: number;
}

export interface Worth {
  /** What the first claim gets. */
  readonly lift: Lift;
  /** The sum over all claims of weight × (answered − alone); below 0 only where the weights of FSRS make it so. */
  readonly gain: number;
  /** The chance that the answer fails and is asked for once more today. */
  readonly again: number;
}

/** Chances of Again, Hard, Good, Easy at a first answer. Means of public logs, as the FSRS project's simulator has them. */
const FIRST_GRADES = [0.24, 0.094, 0.495, 0.171] as const;
/** Chances of Hard, Good, Easy of an answer that is recalled; same source. */
const RECALLED_GRADES = [0.224, 0.631, 0.145] as const;

/**
 * The grade that a fraction in [0, 1) stands for.
 *
 * @param recall chance of recall, 0 to 1; null for a first answer
 */
export function gradeBy(recall: number | null, fraction: number): Grade {
  const chances = recall === null ? FIRST_GRADES : [1 - recall, ...RECALLED_GRADES.map((chance) => chance * recall)];
  let left = fraction;
  return GRADES.find((grade) => (left -= chances[grade - 1] ?? 0) < 0) ?? 4;
}

/** What a memory could become, and how likely. */
interface Prospect {
  readonly chance: number;
  readonly memory: Memory;
}

export interface Appraiser {
  /** What answering this card today is worth to its claims. @throws RangeError for a memory that is none */
  appraise(learning: Learning, claims: readonly Claim[]): Worth;
  /** What the gain cannot exceed, for a tenth of the work: an answer that makes recall certain. @throws as `appraise` */
  mostGain(learning: Learning, claims: readonly Claim[]): number;
}

/**
 * Values answers on one day. A claim's date may lie before the day: it is then valued as if it were the day itself, so that
 * those come first that are least likely to be recalled now.
 */
export function createAppraiser(scheduler: Scheduler, today: StudyDay): Appraiser {
  const fresh = GRADES.map((grade, index): Prospect => {
    return { chance: FIRST_GRADES[index] ?? 0, memory: scheduler.nextMemory(null, 0, grade) };
  });
  const freshLifts = new Map<StudyDay, Lift>();

  const recallAfter = (prospects: readonly Prospect[], date: StudyDay): number => {
    const days = daysBetween(today, date);
    return prospects.reduce((sum, { chance, memory }) => sum + chance * scheduler.retrievability(memory, days), 0);
  };
  const freshLift = (date: StudyDay): Lift => {
    const known = freshLifts.get(date);
    if (known) return known;
    const lift = { alone: 0, answered: recallAfter(fresh, date) };
    freshLifts.set(date, lift);
    return lift;
  };

  const aloneOn = ({ memory, lastDay }: Learned, date: StudyDay): number =>
    scheduler.retrievability(memory, daysBetween(lastDay, date < today ? today : date));

  return {
    mostGain(learning, claims) {
      let most = 0;
      for (const { date, weight } of claims) {
        most += weight * (1 - (learning.kind === 'new' ? 0 : aloneOn(learning, date)));
      }
      return most;
    },
    appraise(learning, claims) {
      if (learning.kind === 'new') return worthOf(claims, FIRST_GRADES[0], freshLift);
      const recall = scheduler.retrievability(learning.memory, daysBetween(learning.lastDay, today));
      const prospects = prospectsOf(learning, recall, today, scheduler);
      return worthOf(claims, 1 - recall, (date) => ({
        alone: aloneOn(learning, date),
        answered: recallAfter(prospects, date),
      }));
    },
  };
}

function prospectsOf({ memory, lastDay }: Learned, recall: number, today: StudyDay, scheduler: Scheduler): Prospect[] {
  const elapsed = daysBetween(lastDay, today);
  return GRADES.map((grade) => ({
    chance: grade === 1 ? 1 - recall : recall * (RECALLED_GRADES[grade - 2] ?? 0),
    memory: scheduler.nextMemory(memory, elapsed, grade),
  }));
}

function worthOf(claims: readonly Claim[], again: number, liftOn: (date: StudyDay) => Lift): Worth {
  let gain = 0;
  let first: Lift | null = null;
  for (const { date, weight } of claims) {
    const lift = liftOn(date);
    first ??= lift;
    gain += weight * (lift.answered - lift.alone);
  }
  return { lift: first ?? { alone: 0, answered: 0 }, gain, again };
}
