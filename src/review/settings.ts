/** Settings that a person carries from device to device: one row a key, the last writer wins. */
import { DEFAULT_PARAMETERS, type SchedulerParameters } from '#memory/scheduler.ts';
import type { DeviceId } from './ids.ts';

export interface Settings {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly rolloverHour: number;
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
  readonly againMinutes: number;
  readonly answerCapSeconds: number;
  readonly fuzz: boolean;
  readonly gradeButtons: 'four' | 'two';
  readonly swipes: boolean;
  readonly singleKeys: boolean;
  readonly theme: 'system' | 'ink' | 'paper' | 'contrast-dark' | 'contrast-light';
}

export type SettingKey = keyof Settings;

/** Null for a value that fits, else what would. By hand, since settings are read before the first screen. */
type Check = (value: unknown) => string | null;

const between =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max ? null : `must be a number from ${min} to ${max}`;

const whole = (min: number, max: number): Check => {
  const inRange = between(min, max);
  return (value) => inRange(value) ?? (Number.isInteger(value) ? null : 'must be a whole number');
};

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value) ? null : `must be one of ${values.join(', ')}`;

/** Each key with the values that it may hold. */
const CHECKS: { readonly [K in SettingKey]: Check } = {
  newPerDay: whole(0, 500),
  reviewsPerDay: whole(0, 5000),
  rolloverHour: whole(0, 23),
  desiredRetention: between(0.7, 0.97),
  maximumIntervalDays: whole(1, 36_500),
  againMinutes: whole(1, 120),
  answerCapSeconds: whole(30, 1800),
  fuzz: oneOf(true, false),
  gradeButtons: oneOf('four', 'two'),
  swipes: oneOf(true, false),
  singleKeys: oneOf(true, false),
  theme: oneOf('system', 'ink', 'paper', 'contrast-dark', 'contrast-light'),
};

/** Nobody has to open the settings to be well served. */
export const DEFAULT_SETTINGS: Settings = {
  newPerDay: 8,
  reviewsPerDay: 100,
  rolloverHour: 4,
  desiredRetention: DEFAULT_PARAMETERS.desiredRetention,
  maximumIntervalDays: 365,
  againMinutes: 10,
  answerCapSeconds: 300,
  fuzz: true,
  gradeButtons: 'four',
  swipes: false,
  singleKeys: true,
  theme: 'system',
};

export interface SettingRow {
  readonly key: SettingKey;
  readonly value: Settings[SettingKey];
  readonly atMs: number;
  readonly device: DeviceId;
}

const ROW_KEYS = ['key', 'value', 'atMs', 'device'];
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

export type ParsedSetting =
  { readonly ok: true; readonly row: SettingRow } | { readonly ok: false; readonly why: string };

function isSettingKey(key: unknown): key is SettingKey {
  return typeof key === 'string' && Object.hasOwn(CHECKS, key);
}

function faultOfRow(row: object): string | null {
  const { key, value } = row as Partial<Record<keyof SettingRow, unknown>>;
  if (!isSettingKey(key)) return 'key: not a setting that this version knows';
  const wrong = CHECKS[key](value);
  return wrong === null ? faultOfStamp(row) : `${key}: ${wrong}`;
}

/** What is wrong with who wrote a row and when, or with what else it has; null when nothing is. */
export function faultOfStamp(row: object): string | null {
  const { atMs, device } = row as Partial<Record<keyof SettingRow, unknown>>;
  const foreign = Object.keys(row).find((name) => !ROW_KEYS.includes(name));
  if (foreign !== undefined) return `${foreign}: no setting has this`;
  if (!Number.isSafeInteger(atMs) || Number(atMs) < 0) return 'atMs: must be epoch milliseconds';
  return typeof device === 'string' && UUID.test(device) ? null : 'device: must be a UUID';
}

/** Checks a stored or imported settings row: its key, its value's range, its time and device. Never throws. */
export function parseSetting(row: unknown): ParsedSetting {
  if (typeof row !== 'object' || row === null) return { ok: false, why: 'setting: must be an object' };
  const why = faultOfRow(row);
  return why === null ? { ok: true, row: row as SettingRow } : { ok: false, why };
}

/** The later row of the same key; by device id when two were written in the same millisecond. */
export function laterSetting<R extends Pick<SettingRow, 'atMs' | 'device'>>(a: R, b: R): R {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs ? a : b;
  return a.device >= b.device ? a : b;
}

/** The settings in force: defaults, overlaid with the rows that are sound. */
export function settingsFrom(rows: readonly unknown[]): Settings {
  const entries = rows.flatMap((row) => {
    const parsed = parseSetting(row);
    return parsed.ok ? [[parsed.row.key, parsed.row.value] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(entries) };
}

/** The scheduler's parameters that the settings ask for. */
export function parametersFrom(settings: Settings): SchedulerParameters {
  const { desiredRetention, maximumIntervalDays, fuzz } = settings;
  return { ...DEFAULT_PARAMETERS, desiredRetention, maximumIntervalDays, fuzz };
}
