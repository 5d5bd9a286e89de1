/** Weights that were in force before: a row each among the settings, so that a backup and a merge carry them. */
import { parserOf, type KeyedRow } from './carried-kind.ts';
import type { DeviceId } from './ids.ts';
import { fits, RULES, type Settings } from './settings.ts';

export const PAST_WEIGHTS_PREFIX = 'weights:';

export interface PastWeights {
  /** When they were replaced. */
  readonly atMs: number;
  readonly weights: Settings['weights'];
  /** What replaced them, in words. */
  readonly note: string;
}

/** Keyed by the moment at which they were replaced. */
export type PastWeightsRow = KeyedRow<typeof PAST_WEIGHTS_PREFIX, Omit<PastWeights, 'atMs'>>;

const MOST_NOTE = 200;

function faultOfValue({ weights, note, ...foreign }: Readonly<Record<string, unknown>>): string | null {
  const [other] = Object.keys(foreign);
  if (other !== undefined) return `${other}: not known`;
  if (!fits(RULES.weights, weights)) return 'weights: must be weights of the scheduler, or null';
  const isNote = typeof note === 'string' && note.length <= MOST_NOTE;
  return isNote ? null : `note: must be a text of at most ${MOST_NOTE} characters`;
}

/** Checks a stored or imported row of weights of before. Never throws. */
export const parsePastWeights = parserOf<typeof PAST_WEIGHTS_PREFIX, PastWeightsRow['value']>(
  {
    prefix: PAST_WEIGHTS_PREFIX,
    id: /^\d{1,16}$/u,
    words: { noun: 'weights', keyOf: 'weights of before', value: 'must hold weights and a note' },
    faultOfValue,
  },
  false,
);

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
