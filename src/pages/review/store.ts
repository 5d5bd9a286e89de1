/** The session in flight: the core's machine, the items it needs in memory, and the actions that store what happens. */
import { create } from 'zustand';
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import type { Guess } from '#review/event.ts';
import type { CardId } from '#review/ids.ts';
import type { Promises } from '#review/schedule.ts';
import type { Attempt, Session } from '#review/session.ts';
import type { CardContent, LoadedItem } from './card-content.ts';

/** Something to tell the person, spoken and shown for a while. */
export type Notice =
  | { readonly kind: 'otherTab' }
  | { readonly kind: 'beganAnew' }
  | { readonly kind: 'leftBank' }
  | { readonly kind: 'nothingTicked' }
  | {
      readonly kind: 'undone';
      readonly what: 'reviewed' | 'suspended' | 'buried' | 'reset' | 'flagged' | 'noted' | 'split';
    }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'buried' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'flagged'; readonly on: boolean }
  | { readonly kind: 'noted' }
  /** Points come back after so many days. */
  | { readonly kind: 'split'; readonly days: number }
  | { readonly kind: 'rests' }
  | { readonly kind: 'notStored'; readonly full: boolean };

/** An answered card that is out of sight already, and taken away when the next question is painted. */
export interface Leaving {
  readonly step: string;
  readonly content: CardContent;
  readonly attempt: Attempt;
}

export interface ReviewState {
  readonly environment: Environment | null;
  readonly session: Session | null;
  /** The epoch in which the session began, and of all that it holds in memory. */
  readonly epoch: number;
  /** How many cards are due on each of the next days; it grows with each answer. */
  readonly loads: Map<StudyDay, number>;
  readonly loaded: ReadonlyMap<ItemId, LoadedItem>;
  /** What the four buttons promise for the current card, fixed when its answer is shown. */
  readonly promises: Promises | null;
  /** What the person believed before the current answer was shown; null where nobody asked. */
  readonly guess: Guess | null;
  readonly leaving: Leaving | null;
  readonly notice: Notice | null;
  /** A card that was just forgotten once too often, until the person says what is to become of it. */
  readonly leech: CardId | null;
  /** The database's error when a session could not go on; shown by the route's error screen. */
  readonly failure: unknown;
}

export const EMPTY: ReviewState = {
  environment: null,
  session: null,
  epoch: 0,
  loads: new Map(),
  loaded: new Map(),
  promises: null,
  guess: null,
  leaving: null,
  notice: null,
  leech: null,
  failure: null,
};

export const useReview = create<ReviewState>(() => EMPTY);

/** Names what a session shows of its current card: the same card, asked again, is another step. */
export function stepOf({ done }: Session, card: CardId): string {
  return `${card}:${done.length}`;
}

/** The cards that come next, at most `count`, the current one first. */
export function upcoming(session: Session, count: number): CardId[] {
  const steps = session.steps.toSorted((a, b) => a.atMs - b.atMs).map((step) => step.card);
  const current = session.current ? [session.current.card] : [];
  return [...new Set([...current, ...steps.slice(0, 2), ...session.queue, ...steps])].slice(0, count);
}
