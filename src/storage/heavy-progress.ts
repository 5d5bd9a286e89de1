/** How far long work has come, in the words of the work itself; the page makes sentences of it. */

/**
 * - `file`: bytes of a file that were read
 * - `compare`: the file's own card states against what its events give
 * - `history`: events of this device that were read
 * - `replay`: events that are replayed
 * - `events`: events that were stored
 * - `cards`: rows of cards that were stored
 * - `snapshot`: events that were set aside
 * - `pack`: events that were written into a file
 * - `fit`: steps of fitting, in hundredths
 * - `bank`: items of the question bank that have arrived, while none can be asked yet
 * - `bankRest`: the same, once the first lesson can be learnt
 */
export type Stage =
  'file' | 'fit' | 'compare' | 'history' | 'replay' | 'events' | 'cards' | 'snapshot' | 'pack' | 'bank' | 'bankRest';

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  /** Null while nobody can know. */
  readonly total: number | null;
}

/** Takes the progress. What it throws ends the work: its transaction is rolled back. */
export type Report = (progress: Progress) => void;

export const unreported: Report = () => undefined;

/** How many rows go into one request: enough to be quick, few enough to be told about. */
export const BATCH = 2000;

/** Parts of a list, in order. */
export function* batches<T>(list: readonly T[], size: number = BATCH): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
