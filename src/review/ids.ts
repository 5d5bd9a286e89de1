/** Ids of cards, events and devices, and how a card's id is made of its item's and its point's. */
import type { ItemId, PointId } from '#bank/item.ts';

declare const brand: unique symbol;
/** `item` for a whole question, `item#point` for one of its key points. */
export type CardId = string & { readonly [brand]: 'CardId' };
/** Time-ordered and unique over all devices (UUID version 7). */
export type EventId = string & { readonly [brand]: 'EventId' };
export type DeviceId = string & { readonly [brand]: 'DeviceId' };

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** Whether a value is an id as devices and events have them. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** The card of a whole item, or of one of its points. */
export function cardIdOf(item: ItemId, point: PointId | null): CardId {
  return (point === null ? item : `${item}#${point}`) as CardId;
}

/** The item and the point (null for the item as a whole) that a card id names. */
export function splitCardId(card: CardId): { item: ItemId; point: PointId | null } {
  const hash = card.indexOf('#');
  if (hash < 0) return { item: card as string as ItemId, point: null };
  return { item: card.slice(0, hash) as ItemId, point: card.slice(hash + 1) as PointId };
}
