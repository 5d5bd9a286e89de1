/** What a card asks: a whole question, or one of its points. */
import type { ItemId, KeyPoint, PointId, Question } from '#bank/item.ts';
import { cardOf, type CardState, type ItemState } from '#review/card-state.ts';
import { POINT_SECONDS } from '#review/estimate.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import type { Place } from '#storage/place.ts';

/** An item as the session holds it in memory: content, state, place in the bank. */
export interface LoadedItem {
  readonly question: Question;
  readonly state: ItemState;
  readonly place: Place | null;
}

export interface CardContent {
  readonly card: CardState;
  readonly question: Question;
  /** The point that is asked alone; null when the whole question is asked. */
  readonly point: KeyPoint | null;
  readonly flagged: boolean;
  readonly note: string;
  /** Seconds of a good answer. */
  readonly goodSeconds: number;
}

const made = new WeakMap<LoadedItem, Map<CardId, CardContent | null>>();

/**
 * The content of a card; null when its item or its point is no longer in the bank. The same object for as long as what is held
 * in memory is the same.
 */
export function contentOf(card: CardId, loaded: ReadonlyMap<ItemId, LoadedItem>): CardContent | null {
  const { item, point } = splitCardId(card);
  const entry = loaded.get(item);
  if (!entry) return null;
  const ofEntry = made.get(entry) ?? new Map<CardId, CardContent | null>();
  made.set(entry, ofEntry);
  const content = ofEntry.get(card) ?? contentIn(entry, point);
  ofEntry.set(card, content);
  return content;
}

function contentIn({ question, state }: LoadedItem, point: PointId | null): CardContent | null {
  const keyPoint = point === null ? null : question.keyPoints.find((each) => each.id === point);
  if (keyPoint === undefined) return null;
  return {
    card: cardOf(state, point),
    question,
    point: keyPoint,
    flagged: state.flagged,
    note: state.note,
    goodSeconds: keyPoint ? POINT_SECONDS : question.seconds,
  };
}
