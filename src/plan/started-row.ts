/** Paths that a person has started, as they are carried from device to device: a row each among the settings, the last writer wins. */
import type { ItemId } from '#bank/item.ts';
import type { DeviceId } from '#review/ids.ts';
import { faultOfStamp } from '#review/setting-row.ts';

export const STARTED_PREFIX = 'path:';

/** A path that was started; a paused one feeds nothing, and keeps its place. */
export interface StartedPath {
  readonly id: ItemId;
  /** When it was started, in epoch ms: the earliest comes first. */
  readonly startedMs: number;
  readonly paused: boolean;
}

export interface StartedRow {
  readonly key: `path:${string}`;
  /** Null once it was left: that travels too. */
  readonly value: Omit<StartedPath, 'id'> | null;
  readonly atMs: number;
  readonly device: DeviceId;
}

export type ParsedStarted =
  { readonly ok: true; readonly row: StartedRow } | { readonly ok: false; readonly why: string };

const KEY = /^path:[\da-z-]{1,200}$/u;

function faultOfValue(value: object): string | null {
  const { startedMs, paused, ...foreign } = value as Record<string, unknown>;
  const [other] = Object.keys(foreign);
  if (other !== undefined) return `${other}: not known`;
  if (!Number.isSafeInteger(startedMs) || Number(startedMs) < 0) return 'startedMs: must be epoch milliseconds';
  return typeof paused === 'boolean' ? null : 'paused: must be true or false';
}

function faultOf(row: object): string | null {
  const { key, value } = row as Partial<Record<keyof StartedRow, unknown>>;
  if (!KEY.test(String(key))) return 'key: not the key of a path';
  if (value === null) return faultOfStamp(row);
  if (typeof value !== 'object' || Array.isArray(value)) return 'value: must say when it was started, or be null';
  return faultOfValue(value) ?? faultOfStamp(row);
}

/** Checks a stored or imported row of a started path: key, value, time and device. Never throws. */
export function parseStarted(row: unknown): ParsedStarted {
  const why = typeof row === 'object' && row !== null ? faultOf(row) : 'path: must be an object';
  return why === null ? { ok: true, row: row as StartedRow } : { ok: false, why };
}

/** The row that stores a started path; without one, the row that says that it was left. */
export function startedRow(
  id: ItemId,
  started: Omit<StartedPath, 'id'> | null,
  stamp: Pick<StartedRow, 'atMs' | 'device'>,
): StartedRow {
  return { key: `${STARTED_PREFIX}${id}`, value: started, ...stamp };
}

/** The started paths of some rows, the first started first; what is damaged or was left is left out. */
export function startedFrom(rows: readonly unknown[]): StartedPath[] {
  const started = rows.flatMap((row): StartedPath[] => {
    const parsed = parseStarted(row);
    if (!parsed.ok || !parsed.row.value) return [];
    return [{ id: parsed.row.key.slice(STARTED_PREFIX.length) as ItemId, ...parsed.row.value }];
  });
  return started.sort((a, b) => a.startedMs - b.startedMs || (a.id < b.id ? -1 : 1));
}

/** Lists of ids taken in turn, one of each, every id once: several paths go on side by side. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1)));
  return [...new Set(taken.flat())];
}
