import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { newItemState } from '#review/card-state.ts';
import type { LamplightDb } from '#storage/database.ts';
import { runHeavy, setHeavyWorker, type HeavyReply, type HeavyRequest } from '#storage/heavy.ts';
import type { Progress } from '#storage/heavy-progress.ts';
import { readEpoch } from '#storage/epoch.ts';
import { doHeavy } from '#storage/heavy-work.ts';
import { rowOfEvent } from '#storage/item-states.ts';
import { writeAhead } from '#storage/write-ahead.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { deviceId, itemId, reviewed } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const file = new Blob([
  JSON.stringify(makeBackup({ nowMs: NOW_MS, device: deviceId(1), settings: [], events: [reviewed(5)] })),
]);
const merge = { file, mode: 'merge', nowMs: NOW_MS } as const;

const TWO = itemId('q-two');
const STANDING = rowOfEvent(reviewed(9, { item: TWO }), newItemState(TWO));

/** A worker on a connection of its own that does what the real one does, until it is ended. */
class TestWorker extends EventTarget {
  ended = false;
  readonly #prepare: (worker: TestWorker) => void;

  constructor(prepare: (worker: TestWorker) => void) {
    super();
    this.#prepare = prepare;
  }

  terminate(): void {
    this.ended = true;
  }

  reply(data: HeavyReply): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage({ dbName, kind, asks, run }: HeavyRequest): void {
    this.#prepare(this);
    if (this.ended) return;
    const report = (progress: Progress): void => {
      this.reply({ type: 'progress', progress });
      if (this.ended) throw new Error('ended');
    };
    openTab(dbName)
      .then((db) => doHeavy(db, kind, asks, { report, run }))
      .then(
        (value) => this.reply({ type: 'done', value }),
        (error: unknown) => this.reply({ type: 'failed', problem: 'broken', detail: String(error) }),
      );
  }
}

function useWorker(prepare: (worker: TestWorker) => void = () => undefined): TestWorker[] {
  const made: TestWorker[] = [];
  vi.stubGlobal('Worker', TestWorker);
  setHeavyWorker(() => {
    const worker = new TestWorker(prepare);
    made.push(worker);
    return worker as unknown as Worker;
  });
  return made;
}

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
  await recordLog(db, [reviewed(1)]);
});

afterEach(() => {
  setHeavyWorker(null);
  vi.unstubAllGlobals();
});

test('without a worker the work is done on the page, with its progress', async () => {
  const told: Progress[] = [];
  const { outcome } = runHeavy(db, 'restore', merge, (progress) => told.push(progress));
  expect(await outcome).toEqual({
    kind: 'done',
    value: { ok: true, restored: { added: 1, known: 0, healed: 0, replaced: 0, rows: 0 } },
  });
  expect(told.map((progress) => progress.stage)).toEqual(expect.arrayContaining(['file', 'events', 'cards']));
  expect(await db.events.count()).toBe(2);
});

test('with a worker it is done there, on its own connection, and the worker is ended', async () => {
  const made = useWorker();
  const told: Progress[] = [];
  const { outcome } = runHeavy(db, 'restore', merge, (progress) => told.push(progress));
  expect(await outcome).toMatchObject({ kind: 'done', value: { ok: true, restored: { added: 1 } } });
  expect(told.length).toBeGreaterThan(2);
  expect(made).toHaveLength(1);
  expect(made[0]?.ended).toBe(true);
  expect(await db.events.count()).toBe(2);
});

test('a worker that does not start is replaced by the page', async () => {
  useWorker((worker) => {
    worker.terminate();
    queueMicrotask(() => worker.dispatchEvent(new Event('error')));
  });
  const { outcome } = runHeavy(db, 'restore', merge, () => undefined);
  expect(await outcome).toMatchObject({ kind: 'done' });

  setHeavyWorker(() => {
    throw new Error('refused');
  });
  const again = await runHeavy(db, 'restore', merge, () => undefined).outcome;
  expect(again).toMatchObject({ kind: 'done', value: { restored: { added: 0, known: 1 } } });
});

test('what stands ahead of the log belongs to what is replaced: it is in the snapshot, and does not come back', async () => {
  await db.ahead.add(STANDING);
  const outcome = await runHeavy(db, 'restore', { ...merge, mode: 'replace' }, () => undefined).outcome;
  expect(outcome).toMatchObject({ kind: 'done', value: { restored: { added: 1, replaced: 2 } } });
  expect(await db.ahead.count()).toBe(0);
  expect((await db.events.toArray()).map(({ id }) => id)).toEqual([reviewed(5).id]);
});

test('nor does what was pressed while it is replaced, in a page that went', async () => {
  const other = await openTab(db.name);
  const press = ({ stage }: Progress): void => {
    if (stage === 'cards') writeAhead(other, STANDING);
  };
  await runHeavy(db, 'restore', { ...merge, mode: 'replace' }, press).outcome;
  expect(await db.ahead.count()).toBe(0);
});

test('a backup holds what stands ahead of the log', async () => {
  await db.ahead.add(STANDING);
  const outcome = await runHeavy(db, 'backup', { device: deviceId(1), nowMs: NOW_MS }, () => undefined).outcome;
  expect(outcome).toMatchObject({ kind: 'done', value: { events: 2 } });
});

test.each(['worker', 'page'])('cancelled on the %s while it works, it has changed nothing', async (where) => {
  if (where === 'worker') useWorker();
  const before = await dump(db);
  const run = runHeavy(db, 'restore', merge, ({ stage }) => {
    if (stage === 'cards') run.cancel();
  });
  expect(await run.outcome).toEqual({ kind: 'cancelled' });
  expect(await dump(db)).toEqual(before);
});

test('cancelled when it had already come to its end, it says what it did', async () => {
  const made = useWorker();
  const run = runHeavy(db, 'restore', merge, () => undefined);
  const [worker] = made;
  if (worker) worker.reply = () => undefined;
  await vi.waitFor(async () => expect(await db.local.get('lastHeavyRun')).toBeDefined());
  run.cancel();
  expect(await run.outcome).toMatchObject({ kind: 'done', value: { ok: true, restored: { added: 1 } } });
});

test('an end that is on record from another run is not taken for this one', async () => {
  await runHeavy(db, 'rebuild', { setting: null }, () => undefined).outcome;
  useWorker();
  const run = runHeavy(db, 'rebuild', { setting: null }, () => run.cancel());
  expect(await run.outcome).toEqual({ kind: 'cancelled' });
});

test('a failure says what kind it is and has changed nothing', async () => {
  const fail = (): void => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.cards.hook('creating', fail);
  const before = await dump(db);
  const { outcome } = runHeavy(db, 'rebuild', { setting: setting('rolloverHour', 0) }, () => undefined);
  expect(await outcome).toMatchObject({ kind: 'failed', problem: 'full' });
  db.cards.hook('creating').unsubscribe(fail);
  expect(await dump(db)).toEqual(before);
});

test('a setting and the rows that follow from it are written together', async () => {
  const night = reviewed(2, { atMs: Date.UTC(2026, 10, 23, 2), offsetMinutes: 0 });
  await recordLog(db, [night]);
  const before = (await db.cards.get(night.card))?.lastDay ?? Number.NaN;
  const row = setting('rolloverHour', 1);
  const { outcome } = runHeavy(db, 'rebuild', { setting: row }, () => undefined);
  expect(await outcome).toMatchObject({ kind: 'done', value: { unreadable: [] } });
  expect(await db.settings.get('rolloverHour')).toEqual(row);
  expect((await db.cards.get(night.card))?.lastDay).toBe(before + 1);
});

test('what makes all cards anew begins an epoch, and what was refused or only read does not', async () => {
  const quiet = (): void => undefined;
  await runHeavy(db, 'backup', { device: deviceId(1), nowMs: NOW_MS }, quiet).outcome;
  await runHeavy(db, 'rebuild', { setting: setting('rolloverHour', 99) }, quiet).outcome;
  expect(await readEpoch(db)).toBe(0);
  await runHeavy(db, 'rebuild', { setting: null }, quiet).outcome;
  expect(await readEpoch(db)).toBe(1);
  await runHeavy(db, 'restore', { ...merge, mode: 'replace' }, quiet).outcome;
  expect(await readEpoch(db)).toBe(2);
});

test('a setting that cannot be is refused', async () => {
  const before = await dump(db);
  const { outcome } = runHeavy(db, 'rebuild', { setting: setting('rolloverHour', 24) }, () => undefined);
  expect(await outcome).toMatchObject({ kind: 'failed' });
  expect(await dump(db)).toEqual(before);
});

test('a backup of the whole database is one call', async () => {
  const { outcome } = runHeavy(db, 'backup', { device: deviceId(3), nowMs: NOW_MS }, () => undefined);
  const how = await outcome;
  expect(how).toMatchObject({ kind: 'done', value: { events: 1, unreadable: 0 } });
  const text = how.kind === 'done' ? await how.value.blob.text() : '';
  expect(JSON.parse(text)).toMatchObject({ device: deviceId(3), exportedAtMs: NOW_MS, events: [reviewed(1)] });
});

test('on the page, who hears how far the work is and reads then sees nothing that is not stored for good', async () => {
  const heard: PromiseLike<unknown>[] = [];
  const { outcome } = runHeavy(db, 'rebuild', { setting: setting('rolloverHour', 1, NOW_MS) }, ({ stage }) => {
    // The runs take no part in the work; the cards are being written.
    heard.push(db.runs.count());
    if (stage === 'cards') heard.push(db.cards.count());
  });
  expect((await outcome).kind).toBe('done');
  const all = await db.cards.count();
  const counts = await Promise.all(heard);
  expect(counts.length).toBeGreaterThan(3);
  expect(new Set(counts)).toEqual(new Set([0, all]));
});
