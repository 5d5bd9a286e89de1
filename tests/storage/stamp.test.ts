/** What the machine is asked for: ids, times and offsets. */
import { describe, expect, test } from 'vitest';
import { compareEvents, parseEvent, type LogEvent } from '#review/event.ts';
import { deviceId, offsetMinutesAt, stampNow } from '#storage/stamp.ts';
import { DAY_MS, deviceId as testDevice, itemId } from '../support/builders.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const device = testDevice(1);
const now = Date.UTC(2026, 10, 22, 9);

describe('the id of a device', () => {
  test('is made once and stays', async () => {
    const { db, name } = await openTestDb();
    const id = await deviceId(db);
    expect(await deviceId(db)).toBe(id);
    expect(await deviceId(await openTab(name))).toBe(id);
  });

  test('is one even when two tabs ask at once', async () => {
    const { db, name } = await openTestDb();
    const other = await openTab(name);
    const ids = await Promise.all([deviceId(db), deviceId(other)]);
    expect(ids[0]).toBe(ids[1]);
  });

  test.each([
    ['a number', 7],
    ['a word', 'phone'],
    ['nothing', undefined],
  ])('is made anew when %s is stored in its place, so that its events can be read back', async (_, value) => {
    const { db } = await openTestDb();
    await db.local.put({ key: 'device', value });
    const id = await deviceId(db);
    const event: LogEvent = { type: 'flagged', ...stampNow(id), item: itemId('q-one'), on: true };
    expect(parseEvent(event)).toEqual({ ok: true, event });
    expect(await deviceId(db)).toBe(id);
  });
});

describe('a stamp', () => {
  test('makes an event that is one', () => {
    const event: LogEvent = { type: 'flagged', ...stampNow(device), item: itemId('q-one'), on: true };
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
  });

  test('carries the time and the offset of that time', () => {
    expect(stampNow(device, now)).toMatchObject({ device, atMs: now, offsetMinutes: offsetMinutesAt(now) });
  });

  test.each([0, 1, 1000])('has a higher id than the one before, %d ms apart', (ms) => {
    for (let n = 0; n < 50; n += 1) {
      const a: LogEvent = { type: 'flagged', ...stampNow(device, now), item: itemId('q-one'), on: true };
      const b: LogEvent = { type: 'flagged', ...stampNow(device, now + ms), item: itemId('q-one'), on: true };
      expect(b.id > a.id).toBe(true);
      expect(compareEvents(a, b)).toBeLessThan(0);
    }
  });

  test('has a higher id than the one before when the clock was set back, or stands before 1970', () => {
    const times = [now, now - DAY_MS, now - 2 * DAY_MS, -DAY_MS, now];
    const ids = times.map((at) => stampNow(device, at).id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a higher id than all that this device has stored before it was started again', async () => {
    const { db } = await openTestDb();
    const own = await deviceId(db);
    const later = now + 3650 * DAY_MS;
    const id = `${later.toString(16).padStart(12, '0')}-7000-8000-000000000001`.replace(/^(.{8})/u, '$1-');
    const event = { type: 'flagged', ...stampNow(own), id, item: itemId('q-one'), on: true } as LogEvent;
    await db.events.add(event);
    await db.events.add({ ...event, id: `f${id.slice(1)}` as never, device: testDevice(2) });
    expect(await deviceId(db)).toBe(own);
    const next = stampNow(own, now).id;
    expect(next > id).toBe(true);
    expect(next < `f${id.slice(1)}`).toBe(true);
  });
});

test('the offset is minutes east of UTC, and plain zero at Greenwich', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const east = offsetMinutesAt(now);
  expect(Object.is(east, -0)).toBe(false);
  const local = new Date(now).toLocaleString('sv-SE', { timeZone });
  const utc = new Date(now + east * 60_000).toLocaleString('sv-SE', { timeZone: 'UTC' });
  expect(utc).toBe(local);
});
