/** How a question stands in memory on a given day. Every figure of progress is made of these. */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { CardState, Learned } from '#review/card-state.ts';

/** How many days ahead "soon" reaches. */
export const HORIZON_DAYS = 7;

export type Standing =
  | { readonly kind: 'new' }
  | {
      /**
       * fading: below the desired retention today, or it held a week before and now will not; learning: it cannot hold a week
       * yet, or it was failed last time; solid: it stays at or above the desired retention for the whole week.
       */
      readonly kind: 'learning' | 'fading' | 'solid';
      /** The chance of recall today, 0 to 1. */
      readonly recall: number;
      /** Whether it is below the desired retention today or will be within the week. */
      readonly dims: boolean;
    };

export type StandingKind = Standing['kind'];
export type Standings = ReadonlyMap<ItemId, Standing>;

export const NEW: Standing = { kind: 'new' };

/** The standing of a learned card on a study day. A last review that lies in the future counts as today's. */
export function standingOf(learned: Learned, today: StudyDay, scheduler: Scheduler): Standing {
  const { memory, lastDay, lastGrade } = learned;
  const { desiredRetention } = scheduler.parameters;
  const elapsed = daysBetween(lastDay, today);
  const recall = scheduler.retrievability(memory, elapsed);
  const dims = scheduler.retrievability(memory, elapsed + HORIZON_DAYS) < desiredRetention;
  if (recall < desiredRetention) return { kind: 'fading', recall, dims };
  const heldAWeek = scheduler.retrievability(memory, HORIZON_DAYS) >= desiredRetention;
  if (lastGrade === 1 || !heldAWeek) return { kind: 'learning', recall, dims };
  return { kind: dims ? 'fading' : 'solid', recall, dims };
}

/** The standings of all questions that were ever answered and not reset; cards of single points are left out. */
export function standingsOf(cards: Iterable<CardState>, today: StudyDay, scheduler: Scheduler): Standings {
  const standings = new Map<ItemId, Standing>();
  for (const { item, point, learning } of cards) {
    if (point !== null || learning.kind === 'new') continue;
    standings.set(item, standingOf(learning, today, scheduler));
  }
  return standings;
}

export interface Tally extends Readonly<Record<StandingKind, number>> {
  readonly total: number;
  /** All that are not new. */
  readonly seen: number;
  /** How many of all would be recalled today on average: the sum of the chances of recall. */
  readonly recalled: number;
  /** How many are below the desired retention today or will be within the week. */
  readonly dims: number;
}

/** Counts what is known of some questions; an id without a standing is new. */
export function tallyOf(ids: Iterable<ItemId>, standings: Standings): Tally {
  const tally = { total: 0, seen: 0, recalled: 0, dims: 0, new: 0, learning: 0, fading: 0, solid: 0 };
  for (const id of ids) {
    const standing = standings.get(id) ?? NEW;
    tally.total += 1;
    tally[standing.kind] += 1;
    if (standing.kind === 'new') continue;
    tally.seen += 1;
    tally.recalled += standing.recall;
    if (standing.dims) tally.dims += 1;
  }
  return tally;
}

/** How brightly questions are lit, 0 to 1: coverage times the mean chance of recall of what is covered. */
export function levelOf({ recalled, total }: Pick<Tally, 'recalled' | 'total'>): number {
  return total === 0 ? 0 : recalled / total;
}
