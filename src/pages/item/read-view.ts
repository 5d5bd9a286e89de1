/** What an item's page needs, in one read: the item, what the log says of it, and the titles of its neighbours. */
import type { Item, ItemId } from '#bank/item.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { newItemState, type ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import { replayItem } from '#review/reduce.ts';
import type { AimOf } from '#review/schedule.ts';
import { readAims } from '#storage/aims.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readEventsOf, readPlace } from '#storage/item-states.ts';
import type { Place } from '#storage/place.ts';
import { readItem } from '#storage/read-item.ts';

export interface FoundItem<T extends Item = Item> {
  readonly kind: 'found';
  readonly item: T;
  readonly state: ItemState;
  /** Everything that the log says of it, in no particular order. */
  readonly events: readonly LogEvent[];
  readonly place: Place | null;
  /** How well single questions are to be known, by their topics and the interviews ahead; undefined where all are alike. */
  readonly aimOf: AimOf | undefined;
  /** Every item of the bank that this one links to. */
  readonly neighbours: ReadonlyMap<string, ItemSummary>;
}

export type ItemView =
  | FoundItem
  /** It left the bank; its successor is in the bank, if there is one. */
  | { readonly kind: 'retired'; readonly successor: ItemSummary | null; readonly note: string }
  /** No bank on this device has it. `practised`: it once did, and the log knows it. */
  | { readonly kind: 'unknown'; readonly practised: boolean; readonly note: string };

function linksOf(item: Item): ItemId[] {
  if (item.type === 'path') return [...item.next];
  const { requires, next, see } = item.links;
  const followUps = 'followUps' in item ? item.followUps : [];
  return [...requires, ...next, ...see, ...followUps.flatMap((followUp) => followUp.see)];
}

async function readNeighbours(db: LamplightDb, item: Item): Promise<Map<string, ItemSummary>> {
  const rows = await db.items.bulkGet([...new Set<string>(linksOf(item))]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.summary] as const] : [])));
}

/** The view of an item, whether it exists or not. @throws CorruptRowError */
export async function readItemView(
  db: LamplightDb,
  id: ItemId,
  { context, settings }: Pick<Environment, 'context' | 'settings'>,
): Promise<ItemView> {
  const item = await readItem(db, id);
  if (!item) return readMissing(db, id);
  const [events, place, aimOf, neighbours] = await Promise.all([
    readEventsOf(db, id),
    readPlace(db, id),
    readAims(db, settings),
    readNeighbours(db, item),
  ]);
  const state = events.length === 0 ? newItemState(id) : replayItem(id, events, context);
  return { kind: 'found', item, state, events, place, aimOf, neighbours };
}

async function readMissing(db: LamplightDb, id: ItemId): Promise<ItemView> {
  const banks = await db.banks.toArray();
  const retired = banks.flatMap(({ manifest }) => manifest.retired).find((each) => each.id === id);
  const note = (await db.marks.get(id))?.note ?? '';
  if (!retired) {
    return { kind: 'unknown', practised: (await db.events.where('item').equals(id).limit(1).count()) > 0, note };
  }
  const row = retired.successor === undefined ? undefined : await db.items.get(retired.successor);
  return { kind: 'retired', successor: row?.summary ?? null, note };
}
