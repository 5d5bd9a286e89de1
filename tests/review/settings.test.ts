/** Settings rows: what they may hold, which of two wins, and what is in force. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScheduler, DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { LAST_MOMENT_MS } from '#review/bounds.ts';
import { pastWeightsFrom } from '#review/past-weights.ts';
import { laterSetting, parseSetting, stampAfter, withRoomForLater } from '#review/setting-row.ts';
import { DEFAULT_SETTINGS, parametersFrom, settingsFrom, type SettingKey, type SettingRow } from '#review/settings.ts';
import { deviceId } from '../support/builders.ts';

function row(key: string, value: unknown, over: Record<string, unknown> = {}): Record<string, unknown> {
  return { key, value, atMs: 1000, device: deviceId(1), ...over };
}

describe('a setting', () => {
  test.each(Object.entries(DEFAULT_SETTINGS))('%s may be %s, its default', (key, value) => {
    expect(parseSetting(row(key, value))).toEqual({ ok: true, row: row(key, value) });
  });

  test.each<[SettingKey, readonly unknown[], readonly unknown[]]>([
    ['newPerDay', [0, 500], [-1, 501, 0.5, '8', true]],
    ['reviewsPerDay', [0, 5000], [-1, 5001, Number.NaN]],
    ['rolloverHour', [0, 23], [-1, 24, 3.5]],
    ['desiredRetention', [0.7, 0.97], [0.69, 0.98, 90]],
    ['maximumIntervalDays', [1, 36_500], [0, 36_501, 1.5]],
    ['minutesPerDay', [0, 600], [-1, 601, 1.5]],
    ['reviewOrder', ['recall', 'due', 'random', 'topic'], ['best']],
    ['newMix', ['spread', 'first', 'last'], ['']],
    ['learningSteps', [[], [1, 1440]], [[0], [1441], [1, 2, 3, 4, 5, 6, 7], '10']],
    ['relearningSteps', [[60]], [[1.5], null]],
    ['easyWeekdays', [[1, 7]], [[0], [8]]],
    ['holidays', [[20_800]], [[-1], ['x']]],
    ['leechLapses', [0, 50], [51]],
    [
      'weights',
      [null, DEFAULT_PARAMETERS.weights],
      [[], DEFAULT_PARAMETERS.weights.slice(1), [...DEFAULT_PARAMETERS.weights].fill(-1)],
    ],
    ['guess', [true, false], [1]],
    ['againMinutes', [1, 120], [0, 121]],
    ['answerCapSeconds', [30, 1800], [29, 1801]],
    ['fuzz', [true, false], [0, 'yes', null]],
    ['gradeButtons', ['four', 'two'], ['three', 4]],
    ['swipes', [true, false], ['on']],
    ['singleKeys', [true, false], [1]],
    ['theme', ['system', 'ink', 'paper', 'contrast-dark', 'contrast-light'], ['dark', '']],
  ])('%s takes its limits and nothing beyond', (key, sound, unsound) => {
    for (const value of sound) expect(parseSetting(row(key, value)).ok).toBe(true);
    for (const value of unsound) {
      const parsed = parseSetting(row(key, value));
      expect(parsed.ok, String(value)).toBe(false);
      expect(parsed.ok || parsed.why).toMatch(/^(?:value|\w+): ./u);
    }
  });

  test.each([
    ['key', row('volume', 1)],
    ['key', row('__proto__', 1)],
    ['atMs', row('fuzz', true, { atMs: -1 })],
    ['atMs', row('fuzz', true, { atMs: LAST_MOMENT_MS + 1 })],
    ['atMs', row('fuzz', true, { atMs: Number.MAX_SAFE_INTEGER })],
    ['device', row('fuzz', true, { device: 'phone' })],
    ['extra', row('fuzz', true, { extra: 1 })],
    ['setting', null],
  ])('with a wrong %s is refused with its place', (place, value) => {
    const parsed = parseSetting(value);
    expect(parsed.ok || parsed.why.split(':')[0]).toBe(place);
  });

  test('never throws, whatever JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), (value, key) => {
        for (const parsed of [parseSetting(value), parseSetting(row(key, value))]) {
          if (!parsed.ok) expect(parsed.why).not.toBe('');
        }
      }),
    );
  });
});

test('weights of before that were written after all calendars are none, and hide no others', () => {
  const of = (atMs: number) => row('weights:1', { weights: null, note: '' }, { atMs });
  expect(pastWeightsFrom([of(9e15), of(5), of(LAST_MOMENT_MS)]).map(({ atMs }) => atMs)).toEqual([LAST_MOMENT_MS, 5]);
});

describe('a row that is written for the far future', () => {
  const at = (atMs: number) => row('fuzz', true, { atMs }) as unknown as SettingRow;

  test('can be changed a million times once it was taken in, and each change wins over it wherever it comes', () => {
    const stamps = fc.oneof(
      fc.integer({ min: 0, max: 7_200_000 }).map((before) => LAST_MOMENT_MS - before),
      fc.nat(LAST_MOMENT_MS),
    );
    fc.assert(
      fc.property(stamps, fc.integer({ min: 1, max: 1_000_000 }), (atMs, changes) => {
        const taken = withRoomForLater(at(atMs));
        const changed = { ...taken, value: false, atMs: taken.atMs + changes };
        expect(parseSetting(changed)).toMatchObject({ ok: true });
        expect(laterSetting(changed, taken)).toBe(changed);
      }),
    );
  });

  test('stays as it is when there is room, and what became of the last moment is still later than any clock', () => {
    const far = at(Date.UTC(9999, 11, 31, 12));
    expect(withRoomForLater(far)).toBe(far);
    const last = withRoomForLater(at(LAST_MOMENT_MS));
    expect(new Date(last.atMs).toISOString()).toBe('9999-12-30T23:59:59.999Z');
    const changed = { ...last, atMs: last.atMs + 1 };
    expect(withRoomForLater(changed)).toBe(changed);
  });
});

describe('a row that is changed now', () => {
  const NOW = Date.UTC(2026, 10, 22);

  test('is later than the stored one, be this device’s clock right or behind', () => {
    expect(stampAfter(undefined, NOW)).toBe(NOW);
    expect(stampAfter({ atMs: NOW - 1 }, NOW)).toBe(NOW);
    expect(stampAfter({ atMs: NOW + 5000 }, NOW)).toBe(NOW + 5001);
  });

  test('is a row whatever stood there, and a time that no clock shows counts for nothing', () => {
    for (const atMs of [9e15, LAST_MOMENT_MS + 1, Number.MAX_SAFE_INTEGER, -1, Number.NaN, 'soon', null])
      expect(stampAfter({ atMs } as never, NOW), String(atMs)).toBe(NOW);
    for (const atMs of [LAST_MOMENT_MS, LAST_MOMENT_MS - 1])
      expect(parseSetting(row('fuzz', true, { atMs: stampAfter({ atMs }, NOW) }))).toMatchObject({ ok: true });
  });
});

describe('of two rows of one key', () => {
  const rows = fc
    .record({ atMs: fc.nat(2), device: fc.integer({ min: 1, max: 3 }).map(deviceId), value: fc.boolean() })
    .map((over): SettingRow => ({ key: 'fuzz', ...over }));

  test('the later wins, and of one moment that of the higher device', () => {
    const a = row('fuzz', true, { atMs: 1 }) as unknown as SettingRow;
    const b = row('fuzz', false, { atMs: 2, device: deviceId(0) }) as unknown as SettingRow;
    const c = row('fuzz', true, { atMs: 2 }) as unknown as SettingRow;
    expect(laterSetting(a, b)).toBe(b);
    expect(laterSetting(b, a)).toBe(b);
    expect(laterSetting(b, c)).toBe(c);
    expect(laterSetting(c, b)).toBe(c);
  });

  test('the winner does not depend on who asks, nor on the order of three', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        // One device writes one value in one millisecond.
        fc.pre(
          [a, b, c].every((x) =>
            [a, b, c].every((y) => x.atMs !== y.atMs || x.device !== y.device || x.value === y.value),
          ),
        );
        expect(laterSetting(a, b)).toEqual(laterSetting(b, a));
        expect(laterSetting(laterSetting(a, b), c)).toEqual(laterSetting(a, laterSetting(b, c)));
        expect(laterSetting(a, a)).toEqual(a);
      }),
    );
  });
});

describe('the settings in force', () => {
  test('are the defaults, overlaid with the sound rows', () => {
    const rows = [row('newPerDay', 3), row('theme', 'neon'), 'rubbish', null, row('fuzz', false)];
    expect(settingsFrom(rows)).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 3, fuzz: false });
  });

  test('always make a scheduler', () => {
    const edges = fc.record({
      desiredRetention: fc.constantFrom(0.7, 0.97),
      maximumIntervalDays: fc.constantFrom(1, 36_500),
      fuzz: fc.boolean(),
    });
    fc.assert(
      fc.property(edges, (over) => {
        const parameters = parametersFrom({ ...DEFAULT_SETTINGS, ...over });
        expect(parameters).toMatchObject(over);
        expect(createScheduler(parameters).parameters).toMatchObject(over);
      }),
    );
  });
});
