/** Today's queue out of 50,000 cards, beside the same index read without building anything from it. */
import type { ItemId } from '#bank/item.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { newCard, type CardState } from '#review/card-state.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { createDatabase } from '#storage/database.ts';
import { cardRow } from '#storage/rows.ts';
import { readQueue } from '#storage/today.ts';
import { timed } from './timing.ts';

const CARDS = 50_000;
const ROUNDS = 30;
const TODAY = 20_000 as StudyDay;

/** Two hundred due, a tenth new, the rest due later. */
function cardAt(index: number): CardState {
  const card = newCard(`item-${String(index).padStart(6, '0')}` as ItemId, null);
  if (index % 10 === 0) return card;
  const ahead = index % 250 === 1 ? -(index % 7) : 1 + (index % 365);
  const lastDay = (TODAY - 10 - (index % 50)) as StudyDay;
  return {
    ...card,
    learning: {
      kind: 'learned',
      memory: { stability: 5 + (index % 90), difficulty: 5 },
      firstDay: lastDay,
      lastDay,
      lastAtMs: lastDay * 86_400_000,
      lastGrade: 3,
      due: { kind: 'day', day: (TODAY + ahead) as StudyDay },
      reps: 3,
      lapses: 0,
    },
  };
}

/** Milliseconds of each reading, ours and of the bare index, and how many cards each found. */
export async function dueQueue(): Promise<{ ours: number[]; bare: number[]; cards: number; found: number }> {
  const db = createDatabase('bench-queue');
  await db.delete();
  await db.open();
  const rows = Array.from({ length: CARDS }, (_, index) =>
    cardRow(cardAt(index), { position: index, points: new Set() }),
  );
  for (let from = 0; from < CARDS; from += 5000) await db.cards.bulkPut(rows.slice(from, from + 5000));
  const scheduler = createScheduler(DEFAULT_PARAMETERS);
  const settings = { ...DEFAULT_SETTINGS, reviewsPerDay: 200 };
  let found = 0;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(
      ...(await timed(1, async () => {
        found = (await readQueue(db, TODAY, settings, scheduler)).cards.length;
      })),
    );
    bare.push(...(await timed(1, () => bareDue(db.backendDB()))));
  }
  await db.delete();
  return { ours, bare, cards: CARDS, found };
}

function bareDue(db: IDBDatabase): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const index = db.transaction('cards').objectStore('cards').index('[queue+dueDay]');
    const request = index.getAll(IDBKeyRange.bound(['due', -Infinity], ['due', TODAY]), 5000);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('read failed'));
  });
}
