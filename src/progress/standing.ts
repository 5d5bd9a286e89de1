/** How a question stands in memory on a given day. Every figure of progress is made of these. */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import { newCard, type CardState, type Learned } from '#review/card-state.ts';
import { remembered } from './remembered.ts';

/** How many days ahead "soon" reaches, and how long a memory must last to count as solid. */
export const HORIZON_DAYS = 7;

/**
 * suspended: taken out of the schedule; new: never answered, or reset; fading: due today or earlier; learning: in a short
 * step, failed last time, or a memory that would fade within a week; solid: the rest.
 */
export type StandingKind = 'new' | 'learning' | 'fading' | 'solid' | 'suspended';

export interface Standing {
  readonly kind: StandingKind;
  /** The chance of recall today, 0 to 1; null when it was never answered. */
  readonly recall: number | null;
  /** Whether the chance of recall is below the desired retention today or will be within the week. */
  readonly dims: boolean;
  /** What it was made of. */
  readonly card: CardState;
}

export type Standings = ReadonlyMap<ItemId, Standing>;

/** Which of the five a card is on a study day; it takes no scheduler to tell. */
export function standingKindOf({ learning, suspended }: CardState, today: StudyDay): StandingKind {
  if (suspended) return 'suspended';
  return learning.kind === 'new' ? 'new' : kindOfLearned(learning, today);
}

function kindOfLearned({ lastGrade, memory, due }: Learned, today: StudyDay): StandingKind {
  const stepToday = due.kind === 'moment' && due.day >= today;
  if (stepToday) return 'learning';
  if (due.kind !== 'unscheduled' && due.day <= today) return 'fading';
  return lastGrade === 1 || memory.stability < HORIZON_DAYS ? 'learning' : 'solid';
}

/** The standing of a card on a study day. A last review that lies in the future counts as today's. */
export function standingOf(card: CardState, today: StudyDay, scheduler: Scheduler): Standing {
  const { learning } = card;
  const kind = standingKindOf(card, today);
  if (learning.kind === 'new') return { kind, recall: null, dims: false, card };
  const { memory, lastDay } = learning;
  const elapsed = daysBetween(lastDay, today);
  return {
    kind,
    recall: scheduler.retrievability(memory, elapsed),
    dims: scheduler.retrievability(memory, elapsed + HORIZON_DAYS) < scheduler.parameters.desiredRetention,
    card,
  };
}

const rememberedStanding = /* @__PURE__ */ remembered(standingOf);

/** The standing of a question of which nothing is stored. */
export function untouched(item: ItemId): Standing {
  return { kind: 'new', recall: null, dims: false, card: newCard(item, null) };
}

/** The standings of the questions whose cards these are; cards of single points are left out. */
export function standingsOf(cards: Iterable<CardState>, today: StudyDay, scheduler: Scheduler): Standings {
  const standings = new Map<ItemId, Standing>();
  for (const card of cards) {
    if (card.point === null) standings.set(card.item, rememberedStanding(card, today, scheduler));
  }
  return standings;
}

export interface Tally extends Readonly<Record<StandingKind, number>> {
  readonly total: number;
  /** All that were ever answered. */
  readonly seen: number;
  /** How many of all would be recalled today on average: the sum of the chances of recall. */
  readonly recalled: number;
  /** How many are below the desired retention today or will be within the week. */
  readonly dims: number;
}

/** Counts what is known of some questions; an id without a standing is new. */
export function tallyOf(ids: Iterable<ItemId>, standings: Standings): Tally {
  const tally = { total: 0, seen: 0, recalled: 0, dims: 0, new: 0, learning: 0, fading: 0, solid: 0, suspended: 0 };
  for (const id of ids) {
    const standing = standings.get(id);
    tally.total += 1;
    tally[standing?.kind ?? 'new'] += 1;
    if (!standing || standing.recall === null) continue;
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
