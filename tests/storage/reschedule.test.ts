/** Dates brought in line with the settings: previewed, moved as one, taken back as one, and never by themselves. */
import { beforeEach, expect, test } from 'vitest';
import { studyDayOfStamp } from '#review/record.ts';
import { canMoveBack, moveBack, moveInLine, previewMoves } from '#storage/reschedule-work.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { DAY_MS, deviceId } from '../support/builders.ts';
import { question } from '../support/item-builders.ts';
import { practise, type Practice } from '../support/practice.ts';
import { openTestDb } from '../support/test-db.ts';

const IDS = Array.from({ length: 10 }, (_, n) => `q-${n}`);

let me: Practice;

beforeEach(async () => {
  me = practise((await openTestDb(IDS.map((id) => question(id)))).db);
  for (const id of IDS) await me.grade(id, 4, { ticked: ['c1'] });
  me.clock.advance(DAY_MS);
});

const today = () => studyDayOfStamp(me.clock.stamp(), me.context.rolloverHour);
const dueDays = async () => (await me.db.cards.toArray()).map(({ id, dueDay }) => [id, dueDay ?? null]);

test('without a change of settings whole questions stay where they were promised', async () => {
  const { later } = await previewMoves(me.db, today());
  expect(later).toBe(0);
});

test('a higher retention brings dates nearer, as the preview says, and one step takes all back', async () => {
  const before = await dueDays();
  await me.db.settings.put(setting('desiredRetention', 0.97));
  expect(await dueDays()).toEqual(before);
  const moves = await previewMoves(me.db, today());
  expect(moves.earlier).toBeGreaterThanOrEqual(IDS.length);
  expect(moves.weekThen).toBeGreaterThan(moves.weekNow);
  expect(await dueDays()).toEqual(before);

  expect(await moveInLine(me.db, today(), deviceId(1))).toBe(moves.earlier + moves.later);
  expect(await dueDays()).not.toEqual(before);
  expect(await previewMoves(me.db, today())).toMatchObject({ earlier: 0, later: 0, weekNow: moves.weekThen });
  expect(await canMoveBack(me.db)).toBe(true);

  await moveBack(me.db, deviceId(1));
  expect(await dueDays()).toEqual(before);
  expect(await canMoveBack(me.db)).toBe(false);
});

test('dates on a holiday move off it', async () => {
  const days = (await dueDays()).flatMap(([id, day]) =>
    String(id).includes('#') || day === null ? [] : [Number(day)],
  );
  await me.db.settings.put(setting('holidays', [...new Set(days)]));
  await moveInLine(me.db, today(), deviceId(1));
  const after = (await dueDays()).flatMap(([id, day]) => (String(id).includes('#') ? [] : [Number(day)]));
  for (const day of after) expect(days).not.toContain(day);
});
