/** Settings that a person carries from device to device: one row a key, the last writer wins. */
import * as v from 'valibot';
import { DEFAULT_PARAMETERS, type SchedulerParameters } from '#memory/scheduler.ts';
import type { DeviceId } from './ids.ts';

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** Each key with the values that it may hold. */
const schemas = {
  newPerDay: whole(0, 500),
  reviewsPerDay: whole(0, 5000),
  rolloverHour: whole(0, 23),
  desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  maximumIntervalDays: whole(1, 36_500),
  againMinutes: whole(1, 120),
  answerCapSeconds: whole(30, 1800),
  fuzz: v.boolean(),
  gradeButtons: v.picklist(['four', 'two']),
  swipes: v.boolean(),
  singleKeys: v.boolean(),
  theme: v.picklist(['system', 'ink', 'paper', 'contrast-dark', 'contrast-light']),
} as const;

export type Settings = { readonly [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]> };
export type SettingKey = keyof Settings;

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

const rowSchema = v.strictObject({
  key: v.picklist(Object.keys(schemas) as SettingKey[]),
  value: v.union([v.number(), v.string(), v.boolean()]),
  atMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  device: v.pipe(v.string(), v.uuid()),
});

export type ParsedSetting =
  { readonly ok: true; readonly row: SettingRow } | { readonly ok: false; readonly why: string };

/** Checks a stored or imported settings row: its key, its value's range, its time and device. Never throws. */
export function parseSetting(row: unknown): ParsedSetting {
  const shape = v.safeParse(rowSchema, row);
  if (!shape.success) return { ok: false, why: describe(shape.issues[0]) };
  const value = v.safeParse(schemas[shape.output.key], shape.output.value);
  if (!value.success) return { ok: false, why: `${shape.output.key}: ${value.issues[0].message}` };
  return { ok: true, row: shape.output as unknown as SettingRow };
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'setting'}: ${issue.message}`;
}

/** The later row of the same key; by device id when two were written in the same millisecond. */
export function laterSetting(a: SettingRow, b: SettingRow): SettingRow {
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
