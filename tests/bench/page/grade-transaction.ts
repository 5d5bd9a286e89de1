/** One grade through our storage, and the same two rows through bare IndexedDB, in turn. */
import type { ItemId, PointId } from '#bank/item.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { newItemState, type ItemState } from '#review/card-state.ts';
import type { Reviewed } from '#review/event.ts';
import { cardIdOf, type DeviceId } from '#review/ids.ts';
import { applyEvent } from '#review/reduce.ts';
import { createDatabase } from '#storage/database.ts';
import { rowsOfState } from '#storage/item-states.ts';
import { recordEvent } from '#storage/record-event.ts';
import { stampNow } from '#storage/stamp.ts';
import { timed } from './timing.ts';

const ROUNDS = 150;
const NO_POINTS: ReadonlySet<PointId> = new Set();
const DEVICE = '00000000-0000-7000-8000-000000000000' as DeviceId;
const context = { scheduler: createScheduler(DEFAULT_PARAMETERS), rolloverHour: 4 };

function gradeOf(item: ItemId): { event: Reviewed; before: ItemState; after: ItemState } {
  const before = newItemState(item);
  const event: Reviewed = {
    type: 'reviewed',
    ...stampNow(DEVICE),
    item,
    card: cardIdOf(item, null),
    grade: 3,
    due: { kind: 'days', days: 2 },
    points: [],
    tookMs: 30_000,
    proposed: 3,
    hinted: false,
    source: 'review',
  };
  const after = applyEvent(before, event, context);
  if (!after) throw new Error('A first event must apply.');
  return { event, before, after };
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const events = request.result.createObjectStore('events', { keyPath: 'id' });
      for (const key of ['item', 'atMs']) events.createIndex(key, key);
      events.createIndex('guard', 'guard', { unique: true });
      const cards = request.result.createObjectStore('cards', { keyPath: 'id' });
      for (const key of ['item', 'lastDay']) cards.createIndex(key, key);
      cards.createIndex('due', ['queue', 'dueDay']);
      cards.createIndex('position', ['queue', 'position']);
      request.result.createObjectStore('marks', { keyPath: 'item' }).createIndex('flagged', 'flagged');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open failed'));
  });
}

function bareGrade(db: IDBDatabase, item: ItemId): Promise<void> {
  const { event, after } = gradeOf(item);
  const rows = rowsOfState(after, { position: 0, points: NO_POINTS });
  return new Promise((resolve, reject) => {
    const tx = db.transaction(['events', 'cards', 'marks'], 'readwrite', { durability: 'relaxed' });
    tx.objectStore('events').add({ ...event, guard: `${item}|` });
    for (const card of rows.cards) tx.objectStore('cards').put(card);
    tx.objectStore('marks').put(rows.mark);
    tx.commit();
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('transaction failed'));
  });
}

/** Milliseconds of each grade, ours and bare, interleaved. */
export async function gradeTransaction(): Promise<{ ours: number[]; bare: number[] }> {
  const db = createDatabase('bench-grade');
  await db.delete();
  await db.open();
  indexedDB.deleteDatabase('bench-bare');
  const bareDb = await openBare('bench-bare');
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const item = `item-${round}` as ItemId;
    ours.push(
      ...(await timed(1, () =>
        recordEvent(db, { ...gradeOf(item), place: { position: round, points: NO_POINTS }, epoch: 0 }),
      )),
    );
    bare.push(...(await timed(1, () => bareGrade(bareDb, item))));
  }
  bareDb.close();
  await db.delete();
  return { ours, bare };
}
