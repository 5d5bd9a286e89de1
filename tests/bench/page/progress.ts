/** Progress with a very long log: opened, after one more answer, and beside a scan of the whole log. */
import { TIERS } from '#bank/tier.ts';
import type { ItemId, PointId } from '#bank/item.ts';
import type { ItemSummary } from '#bank/pack/summary.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { newItemState, type ItemState } from '#review/card-state.ts';
import type { Reviewed } from '#review/event.ts';
import { cardIdOf, type DeviceId, type EventId } from '#review/ids.ts';
import { applyEvent, type ReplayContext } from '#review/reduce.ts';
import { createDatabase, type ItemRow, type LamplightDb } from '#storage/database.ts';
import { readItemState, rowsOfState } from '#storage/item-states.ts';
import { settleDesk } from '#storage/progress-desk.ts';
import { readProgress } from '#storage/progress-read.ts';
import { recountAll } from '#storage/progress-recount.ts';
import { recordEvent } from '#storage/record-event.ts';
import { stampNow } from '#storage/stamp.ts';

const QUESTIONS = 5000;
const ANSWERS_EACH = 200;
const POINTS = ['a', 'b', 'c'] as PointId[];
const NAME = 'bench-progress';
const DEVICE = '00000000-0000-7000-8000-000000000000' as DeviceId;
const DAY_MS = 86_400_000;
const START_MS = Date.now() - 3650 * DAY_MS;
const context: ReplayContext = { scheduler: createScheduler(DEFAULT_PARAMETERS), rolloverHour: 4 };
const SETTINGS = { newPerDay: 8, holidays: [], leechLapses: 8, topicRetention: {} };

const itemAt = (n: number): ItemId => `bench-question-${String(n).padStart(5, '0')}` as ItemId;

function reviewedAt(n: number, turn: number): Reviewed {
  const number = n * ANSWERS_EACH + turn;
  // Close together at first, then farther and farther apart, over ten years; each question begins on another day.
  const day = 3600 * (turn / ANSWERS_EACH) ** 1.5 + (n % 40);
  const item = itemAt(n);
  return {
    type: 'reviewed',
    id: `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as EventId,
    device: DEVICE,
    atMs: Math.floor(START_MS + day * DAY_MS + (n % 500) * 60_000),
    offsetMinutes: 0,
    item,
    card: cardIdOf(item, null),
    grade: number % 9 === 0 ? 1 : 3,
    due: { kind: 'days', days: 1 + ((number * 7) % 120) },
    points: turn === 0 ? POINTS.map((id) => ({ id, hit: true, due: { kind: 'days', days: 1 + (number % 60) } })) : [],
    tookMs: 20_000 + (number % 60) * 1000,
    proposed: 3,
    hinted: false,
    source: 'review',
  };
}

function itemRow(n: number): ItemRow {
  const id = itemAt(n);
  const points = POINTS.map((point) => ({ id: point, weight: 'core', from: 'foundational', text: `Point ${point}` }));
  const summary = {
    id,
    type: 'question',
    kind: 'concept',
    title: `What is the purpose of part ${n}, and what does it cost?`,
    topic: `domain-${n % 12}/topic-${n % 60}`,
    tier: TIERS[n % 4],
    seconds: 60,
    tags: [],
    points,
  } as unknown as ItemSummary;
  return { id, bank: 'bench', pack: 'bench', hash: '', position: n, summary };
}

/** Cards are put where their events lead to; the events themselves in thousands. */
async function fill(db: LamplightDb): Promise<void> {
  for (let from = 0; from < QUESTIONS; from += 25) {
    const events: Reviewed[] = [];
    const rows: ItemRow[] = [];
    const states: ItemState[] = [];
    for (let n = from; n < from + 25; n += 1) {
      const own = Array.from({ length: ANSWERS_EACH }, (_, turn) => reviewedAt(n, turn));
      events.push(...own);
      rows.push(itemRow(n));
      states.push(own.reduce((state, event) => applyEvent(state, event, context) ?? state, newItemState(itemAt(n))));
    }
    await db.transaction('rw', db.events, db.cards, db.items, async () => {
      await db.events.bulkAdd(events);
      await db.items.bulkAdd(rows);
      await db.cards.bulkAdd(
        states.flatMap((state, index) => rowsOfState(state, { position: from + index, points: new Set(POINTS) }).cards),
      );
    });
  }
}

async function grade(db: LamplightDb, item: ItemId): Promise<void> {
  const before = await readItemState(db, item, context);
  const event: Reviewed = { ...reviewedAt(0, 1), ...stampNow(DEVICE), item, card: cardIdOf(item, null) };
  const after = applyEvent(before, event, context);
  if (
    !after ||
    (await recordEvent(db, { event, before, after, place: { position: 0, points: new Set(POINTS) } })) !== 'stored'
  )
    throw new Error('not stored');
}

export interface ProgressTimes {
  readonly events: number;
  readonly cards: number;
  readonly scanMs: number;
  /** Of a page that was just loaded; the first time the cards are read row by row, and packed for the next. */
  readonly open: number[];
  /** From the end of the grade's transaction to all figures. */
  readonly update: number[];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function progress(): Promise<ProgressTimes> {
  const db = createDatabase(NAME);
  await db.delete();
  await db.open();
  await fill(db);
  const today = studyDayOf(Date.now(), 0, 4);
  const scanMs = await timeOf(() => recountAll(db, context));
  const open: number[] = [];
  const update: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    // What a session left behind, and nothing in memory yet: the desk belongs to the connection.
    for (let n = 0; n < 10; n += 1) await grade(db, itemAt(round * 40 + n));
    const fresh = createDatabase(NAME);
    await fresh.open();
    open.push(
      await timeOf(async () => {
        if (!(await readProgress(fresh, today, SETTINGS, context))) throw new Error('not counted');
      }),
    );
    for (let n = 10; n < 20; n += 1) {
      await grade(fresh, itemAt(round * 40 + n));
      update.push(await timeOf(() => readProgress(fresh, today, SETTINGS, context)));
    }
    // What the page does when it has been open for two seconds.
    await settleDesk(fresh, context);
    fresh.close();
  }
  const [events, cards] = await Promise.all([db.events.count(), db.cards.count()]);
  await db.delete();
  return { events, cards, scanMs, open, update };
}
