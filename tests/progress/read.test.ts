/** What the pages read, out of a real database that real reviews filled. */
import { describe, expect, test } from 'vitest';
import { CorruptRowError } from '#storage/corrupt-row.ts';
import { readBankIndex } from '#storage/bank-index.ts';
import { loadBank } from '#storage/load-bank.ts';
import { readPickOfDay, readWalkedPath, readWalkedPaths } from '#storage/path-read.ts';
import { settleDays } from '#storage/progress-days.ts';
import { settleDesk } from '#storage/progress-desk.ts';
import { floorsOfKnown, readKnown, readProgress, type Progress } from '#storage/progress-read.ts';
import { recountAll } from '#storage/progress-recount.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { restoreBackup } from '#storage/restore.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { cardId, DAY_MS, itemId, replayContext } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { path, question } from '../support/item-builders.ts';
import { practise } from '../support/practice.ts';
import { buildBank, SMALL_BANK } from '../support/test-bank.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const context = replayContext();
const SETTINGS = { newPerDay: 8, holidays: [], leechLapses: 8, topicRetention: {} };
const { scheduler, rolloverHour } = context;

async function someone() {
  const opened = await openTestDb();
  const clock = seededClock();
  const me = practise(opened.db, clock);
  const today = () => studyDayOf(clock.nowMs, clock.offsetMinutes, rolloverHour);
  await recountAll(opened.db, context);
  const read = async () => {
    const progress = await readProgress(opened.db, today(), SETTINGS, context);
    if (!progress) throw new Error('The days are not counted.');
    return progress;
  };
  return { ...opened, clock, me, today, read };
}

/** Answers on the last days, today last. */
function lately({ year }: Progress, days: number): number[] {
  return year
    .flat()
    .slice(-days)
    .map(({ answers }) => answers);
}

describe('the index of the bank', () => {
  test('is read once for a version, and again after an update', async () => {
    const { db, source } = await someone();
    const first = await readBankIndex(db);
    expect(first.questions.map(({ id }) => id).toSorted()).toEqual(['q-one', 'q-three', 'q-two']);
    expect(first.paths.map(({ id }) => id)).toEqual(['path-web']);
    expect(await readBankIndex(db)).toBe(first);
    source.bank = await buildBank([...SMALL_BANK, question('q-four')]);
    await loadBank(db, source);
    expect((await readBankIndex(db)).questions.map(({ id }) => id)).toContain('q-four');
  });
});

describe('progress', () => {
  test('of nobody yet has not begun', async () => {
    const { read } = await someone();
    const progress = await read();
    expect(progress).toMatchObject({ begun: false, tally: { seen: 0, total: 3, new: 3 } });
    expect(progress.load.every(({ scheduled }) => scheduled === 0)).toBe(true);
  });

  test('counts what was reviewed on its day, what comes back, and lights the window of its topic and tier', async () => {
    const { clock, me, read } = await someone();
    await me.grade('q-one', 3, { ticked: ['c1', 'c2', 'd1', 'd2', 'b1'] });
    clock.advance(DAY_MS);
    await me.grade('q-two', 1);
    const progress = await read();
    expect(progress.begun).toBe(true);
    expect(lately(progress, 7)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(progress.load[0]?.scheduled).toBe(1);
    expect(progress.load.slice(0, 7).reduce((sum, { scheduled }) => sum + scheduled, 0)).toBe(2);
    const [http, tls] = progress.floors;
    expect(http?.topic).toBe('web/http');
    expect(http?.cells.map((cell) => cell && [cell.seen, cell.total])).toEqual([[1, 1], [1, 1], null, null]);
    expect(http?.cells[0]?.recalled).toBeCloseTo(scheduler.retrievability({ stability: 2.3065, difficulty: 5 }, 1), 3);
    expect(tls?.whole).toMatchObject({ seen: 0, total: 1 });
  });

  test('forgets what was undone, and nothing else', async () => {
    const { me, clock, read } = await someone();
    await me.grade('q-one', 3);
    clock.advance(60_000);
    const before = await read();
    await me.grade('q-two', 3);
    expect(await read()).not.toEqual(before);
    await me.undo();
    expect(await read()).toEqual(before);
  });

  test('leaves what has left the bank out of the house, and keeps its reviews', async () => {
    const { db, source, me, read } = await someone();
    await me.grade('q-three', 3);
    source.bank = await buildBank(SMALL_BANK.filter(({ id }) => id !== 'q-three'));
    await loadBank(db, source);
    const progress = await read();
    expect(progress.tally).toMatchObject({ seen: 0, total: 2 });
    expect(progress.load.every(({ scheduled }) => scheduled === 0)).toBe(true);
    expect(lately(progress, 1)).toEqual([1]);
    expect(progress.begun).toBe(true);
  });

  test('says which row is damaged rather than counting nonsense', async () => {
    const { db, me, today } = await someone();
    await me.grade('q-one', 3);
    await db.table('cards').update(cardId('q-one'), { 'state.learning.memory.stability': Number.NaN });
    await expect(readKnown(db, today(), scheduler)).rejects.toThrow(CorruptRowError);
  });
});

test('the house for Today shows the same floors as Progress', async () => {
  const { db, me, today, read } = await someone();
  await me.grade('q-one', 3);
  const progress = await read();
  expect(floorsOfKnown(await readKnown(db, today(), scheduler))).toEqual(progress.floors);
});

test('a day begins with the first minute after its rollover', async () => {
  const { clock, me, read } = await someone();
  clock.nowMs = Date.UTC(2026, 10, 22, 2, 59);
  await me.grade('q-one', 3);
  clock.nowMs = Date.UTC(2026, 10, 22, 3);
  await me.grade('q-two', 3);
  clock.nowMs = Date.UTC(2026, 10, 28, 12);
  expect(lately(await read(), 8)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
});

describe('the desk in memory', () => {
  test('is after every step what is read anew', async () => {
    const { db, name, source, me, clock, today, read } = await someone();
    const anew = async () => {
      const tab = await openTab(name);
      const progress = await readProgress(tab, today(), SETTINGS, context);
      tab.close();
      return progress;
    };
    const steps = [
      () => me.grade('q-one', 3),
      () => me.grade('q-two', 1, { ticked: ['c1'] }),
      () => settleDesk(db, context),
      () => me.undo(),
      () => me.store({ type: 'reset', ...clock.stamp(), item: itemId('q-one'), card: cardId('q-one') }),
      () => rebuildStates(db, context),
      () => me.grade('q-three', 2),
      async () => {
        source.bank = await buildBank(SMALL_BANK.filter(({ id }) => id !== 'q-three'));
        await loadBank(db, source);
      },
      () => restoreBackup(db, { events: [], settings: [] }, 'replace', 1),
    ];
    for (const step of steps) {
      clock.advance(DAY_MS);
      await step();
      expect(await read()).toEqual(await anew());
    }
  });

  test('notices what another tab has added up', async () => {
    const { name, me, read } = await someone();
    await me.grade('q-one', 3);
    await read();
    const other = await openTab(name);
    await practise(other, me.clock).grade('q-two', 3);
    await settleDays(other, context);
    expect((await read()).tally.seen).toBe(2);
  });
});

describe('paths', () => {
  test('are walked by answering, and the next step skips what is suspended', async () => {
    const { db, me, clock, today } = await someone();
    const walked = () => readWalkedPath(db, itemId('path-web'), today(), scheduler);
    expect(await walked()).toMatchObject({ followed: true, way: { tally: { seen: 0, total: 2 } } });
    expect((await walked())?.way.next?.step.question.id).toBe('q-one');
    await me.store({ type: 'suspended', ...clock.stamp(), item: itemId('q-one'), card: cardId('q-one'), on: true });
    expect((await walked())?.way.next?.step.question.id).toBe('q-two');
    await me.grade('q-two', 3);
    expect(await walked()).toMatchObject({ way: { tally: { seen: 1, suspended: 1 }, next: null } });
  });

  test('come in the order of the bank, its beginning first: Today shows that until one is started', async () => {
    const { db, source, today } = await someone();
    const early = path('path-early', ['q-three'], {
      tiers: ['foundational'],
      next: [itemId('path-web'), itemId('gone')],
    });
    source.bank = await buildBank([...SMALL_BANK, early]);
    await loadBank(db, source);
    const paths = await readWalkedPaths(db, today(), scheduler);
    expect(paths.map((each) => [each.path.id, each.followed])).toEqual([
      ['path-web', true],
      ['path-early', false],
    ]);
    expect(paths[1]?.onwards.map(({ id }) => id)).toEqual(['path-web']);
  });

  test('that are none, or no paths, are null', async () => {
    const { db, today } = await someone();
    expect(await readWalkedPath(db, itemId('path-gone'), today(), scheduler)).toBeNull();
    expect(await readWalkedPath(db, itemId('q-one'), today(), scheduler)).toBeNull();
  });
});

test('the question of the day is one of its tier until it is learnt, and never a suspended one', async () => {
  const { db, me, clock, today } = await someone();
  const pick = (tier: 'mid' | 'senior') => readPickOfDay(db, tier, today(), scheduler);
  expect(await pick('mid')).toMatchObject({ id: 'q-two', seconds: 60 });
  await me.grade('q-two', 4);
  expect(await pick('mid')).toBeNull();
  expect((await pick('senior'))?.id).toBe('q-three');
  await me.store({ type: 'suspended', ...clock.stamp(), item: itemId('q-three'), card: cardId('q-three'), on: true });
  expect(await pick('senior')).toBeNull();
  clock.advance(60 * DAY_MS);
  expect((await pick('mid'))?.id).toBe('q-two');
});
