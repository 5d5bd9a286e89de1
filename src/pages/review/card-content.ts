/** What a card asks: a whole question, or one of its points. */
import type { ItemId, KeyPoint, Question } from '#bank/item.ts';
import { cardOf, type CardState, type ItemState } from '#review/card-state.ts';
import { POINT_SECONDS } from '#review/estimate.ts';
import { splitCardId, type CardId } from '#review/ids.ts';

/** An item as the session holds it in memory: content, state, place in the order of learning. */
export interface LoadedItem {
  readonly question: Question;
  readonly state: ItemState;
  readonly position: number | null;
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

/** The content of a card; null when its item or its point is no longer in the bank. */
export function contentOf(card: CardId, loaded: ReadonlyMap<ItemId, LoadedItem>): CardContent | null {
  const { item, point } = splitCardId(card);
  const entry = loaded.get(item);
  if (!entry) return null;
  const { question, state } = entry;
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
