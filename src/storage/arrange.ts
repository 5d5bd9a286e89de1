/** Today's queue in the order in which a session asks it: topics mixed, or one after the other, and points of one question apart. */
import type { ItemId } from '#bank/item.ts';
import { byTopic, setApart, type Placed } from '#plan/mix.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import type { Settings } from '#review/settings.ts';
import type { LamplightDb } from './database.ts';

/** The same cards, arranged as the settings say; the first ones, that many, stay where they are. */
export async function arrange(
  db: LamplightDb,
  cards: readonly CardId[],
  { reviewOrder }: Pick<Settings, 'reviewOrder'>,
  fixed = 0,
): Promise<CardId[]> {
  const items = [...new Set<ItemId>(cards.map((card) => splitCardId(card).item))];
  const rows = await db.items.bulkGet(items);
  const topics = new Map(items.map((item, index) => [item, rows[index]?.summary.topic ?? '']));
  const placeOf = (card: CardId): Placed => {
    const { item } = splitCardId(card);
    return { item, topic: topics.get(item) ?? '' };
  };
  const rest = cards.slice(fixed);
  return [...cards.slice(0, fixed), ...(reviewOrder === 'topic' ? byTopic(rest, placeOf) : setApart(rest, placeOf))];
}
