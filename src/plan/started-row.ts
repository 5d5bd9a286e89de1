/** Paths that a person has started, as they are carried from device to device: a row each among the settings, the last writer wins. */
import type { ItemId } from '#bank/item.ts';
import { carriedKind, type CarriedRowOf } from '#review/carried-kind.ts';

/** A path that was started; a paused one feeds nothing, and keeps its place. */
export interface StartedPath {
  readonly id: ItemId;
  /** When it was started, in epoch ms: the earliest comes first. */
  readonly startedMs: number;
  readonly paused: boolean;
}

export type StartedRow = CarriedRowOf<'path:', StartedPath>;

function faultOfValue(value: Readonly<Record<string, unknown>>): string | null {
  const { startedMs, paused, ...foreign } = value;
  const [other] = Object.keys(foreign);
  if (other !== undefined) return `${other}: not known`;
  if (!Number.isSafeInteger(startedMs) || Number(startedMs) < 0) return 'startedMs: must be epoch milliseconds';
  return typeof paused === 'boolean' ? null : 'paused: must be true or false';
}

/** The rows of started paths, the first started first. */
export const startedRows = carriedKind<'path:', StartedPath>({
  prefix: 'path:',
  id: /^[\da-z-]{1,200}$/u,
  words: { noun: 'path', keyOf: 'a path', value: 'must say when it was started, or be null' },
  faultOfValue,
  compare: (a, b) => a.startedMs - b.startedMs,
});

/** Lists of ids taken in turn, one of each, every id once: several paths go on side by side. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1)));
  return [...new Set(taken.flat())];
}
