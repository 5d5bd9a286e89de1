/** Weights that were in force before: a row each among the settings, so that a backup and a merge carry them. */
import type { DeviceId } from './ids.ts';
import { faultOfStamp } from './setting-row.ts';
import { fits, RULES, type Settings } from './settings.ts';

export const PAST_WEIGHTS_PREFIX = 'weights:';

export interface PastWeights {
  /** When they were replaced. */
  readonly atMs: number;
  readonly weights: Settings['weights'];
  /** What replaced them, in words. */
  readonly note: string;
}

export interface PastWeightsRow {
  /** With the moment at which they were replaced. */
  readonly key: `weights:${string}`;
  readonly value: Omit<PastWeights, 'atMs'>;
  readonly atMs: number;
  readonly device: DeviceId;
}

export type ParsedPastWeights =
  { readonly ok: true; readonly row: PastWeightsRow } | { readonly ok: false; readonly why: string };

const KEY = /^weights:\d{1,16}$/u;
const MOST_NOTE = 200;

function faultOf(row: object): string | null {
  const { key, value } = row as Partial<Record<keyof PastWeightsRow, unknown>>;
  if (!KEY.test(String(key))) return 'key: not the key of weights of before';
  if (typeof value !== 'object' || value === null) return 'value: must hold weights and a note';
  const { weights, note, ...foreign } = value as Record<string, unknown>;
  const [other] = Object.keys(foreign);
  if (other !== undefined) return `${other}: not known`;
  if (!fits(RULES.weights, weights)) return 'weights: must be weights of the scheduler, or null';
  const isNote = typeof note === 'string' && note.length <= MOST_NOTE;
  return isNote ? faultOfStamp(row) : `note: must be a text of at most ${MOST_NOTE} characters`;
}

/** Checks a stored or imported row of weights of before. Never throws. */
export function parsePastWeights(row: unknown): ParsedPastWeights {
  const why = typeof row === 'object' && row !== null ? faultOf(row) : 'weights: must be an object';
  return why === null ? { ok: true, row: row as PastWeightsRow } : { ok: false, why };
}

/** The row that stores them. */
export function pastWeightsRow({ atMs, weights, note }: PastWeights, device: DeviceId): PastWeightsRow {
  return { key: `${PAST_WEIGHTS_PREFIX}${atMs}`, value: { weights, note }, atMs, device };
}

/** Those of some rows, the latest first; damaged ones are left out. */
export function pastWeightsFrom(rows: readonly unknown[]): PastWeights[] {
  const past = rows.flatMap((row): PastWeights[] => {
    const parsed = parsePastWeights(row);
    return parsed.ok ? [{ atMs: parsed.row.atMs, ...parsed.row.value }] : [];
  });
  return past.sort((a, b) => b.atMs - a.atMs);
}
