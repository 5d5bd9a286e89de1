/** Sentences for what a long job is at. */
import { grouped } from '#pages/parts/format.ts';
import { percentOf } from '#bank/percent.ts';
import type { Progress, Stage } from '#storage/heavy-progress.ts';
import { bytesInWords } from './bytes.ts';

const LABELS: Readonly<Record<Stage, string>> = {
  file: 'Reading the file',
  compare: 'Checking the card states',
  history: 'Reading your history',
  replay: 'Working out what you know',
  snapshot: 'Setting aside what is here',
  events: 'Storing the history',
  cards: 'Storing the cards',
  pack: 'Writing the file',
  fit: 'Learning how you remember',
  bank: 'Bringing the question bank to this device',
  bankRest: 'Bringing the rest of the question bank',
};

export interface ProgressWords {
  readonly label: string;
  /** How much of how much; null where nobody can know. */
  readonly text: string | null;
  /** 0 to 1; null where nobody can know. */
  readonly share: number | null;
}

/** What to show while a job runs. */
export function progressWords(progress: Progress | null): ProgressWords {
  if (!progress) return { label: 'Starting', text: null, share: null };
  const { stage, done, total } = progress;
  const label = LABELS[stage];
  if (total === null || total === 0 || stage === 'replay' || stage === 'pack')
    return { label, text: null, share: null };
  if (stage === 'fit') return { label, text: percentOf(done / 100), share: done / 100 };
  const inWords = stage === 'file' ? bytesInWords : grouped;
  return { label, text: `${inWords(done)} of ${inWords(total)}`, share: done / total };
}
