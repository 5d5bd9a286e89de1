/** Rows of settings as they are stored and carried: what is wrong with one, and which of two holds. */
import { DAY_MS } from '#memory/study-day.ts';
import { LAST_MOMENT_MS } from './bounds.ts';
import { isUuid } from './ids.ts';
import { fits, isSettingKey, RULES, type Rule, type SettingRow } from './settings.ts';

const ROW_KEYS = ['key', 'value', 'atMs', 'device'];

export type Parsed<Row> = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly why: string };

/** What a rule asks for, in words. */
function inWords(rule: Rule): string {
  if (typeof rule === 'function') return 'must be weights of the scheduler, or null';
  if ('of' in rule) return `must be one of ${rule.of.join(', ')}`;
  if ('most' in rule) return `must be a list of at most ${rule.most} whole numbers from ${rule.each.join(' to ')}`;
  if ('byTopic' in rule) return `must hold numbers from ${rule.byTopic.join(' to ')} by topic`;
  const [min, max, fractions] = rule;
  return `must be a ${fractions ? '' : 'whole '}number from ${min} to ${max}`;
}

function faultOfRow(row: object): string | null {
  const { key, value } = row as Partial<Record<keyof SettingRow, unknown>>;
  if (!isSettingKey(key)) return 'key: not a setting that this version knows';
  return fits(RULES[key], value) ? faultOfStamp(row) : `${key}: ${inWords(RULES[key])}`;
}

function isStamp(atMs: unknown): atMs is number {
  return Number.isSafeInteger(atMs) && Number(atMs) >= 0 && Number(atMs) <= LAST_MOMENT_MS;
}

/** What is wrong with who wrote a row and when, or with what else it has; null when nothing is. */
export function faultOfStamp(row: object): string | null {
  const { atMs, device } = row as Partial<Record<keyof SettingRow, unknown>>;
  const foreign = Object.keys(row).find((name) => !ROW_KEYS.includes(name));
  if (foreign !== undefined) return `${foreign}: no setting has this`;
  if (!isStamp(atMs)) return 'atMs: must be epoch milliseconds, up to the end of the year 9999';
  return isUuid(device) ? null : 'device: must be a UUID';
}

/** Checks a stored or imported settings row: its key, its value's range, its time and device. Never throws. */
export function parseSetting(row: unknown): Parsed<SettingRow> {
  if (typeof row !== 'object' || row === null) return { ok: false, why: 'setting: must be an object' };
  const why = faultOfRow(row);
  return why === null ? { ok: true, row: row as SettingRow } : { ok: false, why };
}

const HOUR_MS = 3_600_000;

/**
 * A row of another device as it is taken in. One of the last hour that a row can have counts as one of a day before: each change
 * is a millisecond later at least than what it changes, and must still be a row, here and where it is carried to.
 */
export function withRoomForLater<R extends Pick<SettingRow, 'atMs'>>(row: R): R {
  return row.atMs > LAST_MOMENT_MS - HOUR_MS ? { ...row, atMs: LAST_MOMENT_MS - DAY_MS } : row;
}

/**
 * The time of a row that is changed now, in epoch ms: later than the stored one's even on a device whose clock lags behind, so that
 * the last press wins, here and after a merge. A stored time that no clock shows counts for nothing, since none could be later.
 */
export function stampAfter(before: Partial<Pick<SettingRow, 'atMs'>> | undefined, nowMs: number): number {
  const atMs = before?.atMs;
  return isStamp(atMs) ? Math.max(nowMs, withRoomForLater({ atMs }).atMs + 1) : nowMs;
}

/** The later row of the same key; by device id when two were written in the same millisecond. */
export function laterSetting<R extends Pick<SettingRow, 'atMs' | 'device'>>(a: R, b: R): R {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs ? a : b;
  return a.device >= b.device ? a : b;
}
