import { expect, test } from 'vitest';
import { laterSetting } from '#review/setting-row.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { readSettingRows, readSettings } from '#storage/settings-store.ts';
import { writeSetting } from '#storage/settings-write.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { deviceId } from '../support/builders.ts';
import { openTestDb } from '../support/test-db.ts';

test('a fresh device has the defaults', async () => {
  const { db } = await openTestDb();
  expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
});

test('what is written is in force, with its time and device', async () => {
  const { db } = await openTestDb();
  await writeSetting(db, 'desiredRetention', 0.85, deviceId(2), 7000);
  expect(await readSettings(db)).toEqual({ ...DEFAULT_SETTINGS, desiredRetention: 0.85 });
  expect(await db.settings.toArray()).toEqual([setting('desiredRetention', 0.85, 7000, 2)]);
});

test.each([
  ['newPerDay', -1],
  ['newPerDay', 501],
  ['newPerDay', 2.5],
  ['rolloverHour', 24],
  ['desiredRetention', 0.69],
  ['desiredRetention', 0.98],
  ['maximumIntervalDays', 0],
  ['theme', 'pink'],
  ['fuzz', 1],
] as const)('%s cannot be %s, and stays what it was', async (key, value) => {
  const { db } = await openTestDb();
  await expect(writeSetting(db, key, value as never, deviceId(1), 1)).rejects.toThrow(RangeError);
  expect(await db.settings.count()).toBe(0);
});

test('a stored row that is damaged counts as its default', async () => {
  const { db } = await openTestDb();
  await db.settings.bulkPut([{ key: 'newPerDay', value: 'many' } as never, setting('swipes', true)]);
  expect(await readSettings(db)).toEqual({ ...DEFAULT_SETTINGS, swipes: true });
});

test('what else is carried is not read along with them', async () => {
  const { db } = await openTestDb();
  const story = { ...setting('swipes', true), key: 'story:s-one', value: null } as never;
  await db.settings.bulkPut([setting('swipes', true), story, setting('newPerDay', 3)]);
  expect((await readSettingRows(db)).map(({ key }) => key).toSorted()).toEqual(['newPerDay', 'swipes']);
});

test('the last writer wins, whichever of the two is asked first', () => {
  const early = setting('newPerDay', 1, 1000, 2);
  const late = setting('newPerDay', 2, 1001, 1);
  const sameMoment = setting('newPerDay', 3, 1001, 2);
  expect([laterSetting(early, late), laterSetting(late, early)]).toEqual([late, late]);
  expect([laterSetting(late, sameMoment), laterSetting(sameMoment, late)]).toEqual([sameMoment, sameMoment]);
});
