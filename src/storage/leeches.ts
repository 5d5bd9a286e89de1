/** Questions that keep slipping. */
import { Dexie } from 'dexie';
import type { LamplightDb } from './database.ts';
import { stateOfRow } from './today.ts';

export interface Leech {
  readonly id: string;
  readonly title: string;
  readonly lapses: number;
}

/** Whole questions that were forgotten at least so often and are still asked, the worst first. @throws CorruptRowError */
export async function readLeeches(db: LamplightDb, lapses: number): Promise<Leech[]> {
  if (lapses === 0) return [];
  const rows = await db.cards.where('lastDay').between(Dexie.minKey, Dexie.maxKey).toArray();
  const slipping = rows.map(stateOfRow).flatMap(({ item, point, suspended, learning }) => {
    const isOne = point === null && !suspended && learning.kind === 'learned' && learning.lapses >= lapses;
    return isOne ? [{ id: item, lapses: learning.lapses }] : [];
  });
  slipping.sort((a, b) => b.lapses - a.lapses || (a.id < b.id ? -1 : 1));
  const items = await db.items.bulkGet(slipping.map(({ id }) => id));
  return slipping.flatMap((leech, index) => {
    const title = items[index]?.summary.title;
    return title === undefined ? [] : [{ ...leech, title }];
  });
}
