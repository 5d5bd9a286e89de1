/** Settings for laws: any keys, any values that they may hold, set at any time on a few devices. */
import * as fc from 'fast-check';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import type { SettingKey, SettingRow, Settings } from '#review/settings.ts';
import { deviceId } from './builders.ts';

const VALUES: { readonly [K in SettingKey]: fc.Arbitrary<Settings[K]> } = {
  newPerDay: fc.integer({ min: 0, max: 500 }),
  reviewsPerDay: fc.integer({ min: 0, max: 5000 }),
  rolloverHour: fc.integer({ min: 0, max: 23 }),
  desiredRetention: fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100),
  topicRetention: fc.dictionary(
    fc.constantFrom('web', 'web/http', 'web/cache'),
    fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100),
  ),
  learnAheadMinutes: fc.integer({ min: 0, max: 1440 }),
  maximumIntervalDays: fc.integer({ min: 1, max: 36_500 }),
  minutesPerDay: fc.integer({ min: 0, max: 600 }),
  reviewOrder: fc.constantFrom('recall', 'due', 'random', 'topic'),
  newMix: fc.constantFrom('spread', 'first', 'last'),
  learningSteps: fc.array(fc.integer({ min: 1, max: 1440 }), { maxLength: 6 }),
  relearningSteps: fc.array(fc.integer({ min: 1, max: 1440 }), { maxLength: 6 }),
  easyWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  holidays: fc.array(fc.integer({ min: 20_000, max: 21_000 }), { maxLength: 5 }),
  leechLapses: fc.integer({ min: 0, max: 50 }),
  weights: fc.constantFrom(null, DEFAULT_PARAMETERS.weights),
  guess: fc.boolean(),
  againMinutes: fc.integer({ min: 1, max: 120 }),
  answerCapSeconds: fc.integer({ min: 30, max: 1800 }),
  fuzz: fc.boolean(),
  gradeButtons: fc.constantFrom('four', 'two'),
  swipes: fc.boolean(),
  singleKeys: fc.boolean(),
  theme: fc.constantFrom('system', 'ink', 'paper', 'contrast-dark', 'contrast-light'),
};

const arbitraryRow: fc.Arbitrary<SettingRow> = fc.constantFrom(...(Object.keys(VALUES) as SettingKey[])).chain((key) =>
  fc.record({
    key: fc.constant(key),
    value: VALUES[key] as fc.Arbitrary<SettingRow['value']>,
    atMs: fc.integer({ min: 0, max: 1_800_000_000_000 }),
    device: fc.integer({ min: 1, max: 3 }).map(deviceId),
  }),
);

/** Rows as a database holds them: one a key. */
export const arbitrarySettings: fc.Arbitrary<SettingRow[]> = fc.uniqueArray(arbitraryRow, {
  selector: (row) => row.key,
  maxLength: 8,
});

/** One row: `setting('newPerDay', 5)`, a second after the epoch on device 1. */
export function setting<K extends SettingKey>(key: K, value: Settings[K], atMs = 1000, device = 1): SettingRow {
  return { key, value, atMs, device: deviceId(device) };
}
