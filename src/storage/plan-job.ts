/** A job description beside the bank. Runs in a worker: the whole bank is read for it. */
import { buildJobVocabulary, matchJob, type JobMatch } from '#plan/job-match.ts';
import { readBankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';

/** The topics and the tier that a description asks for, and what of it the bank lacks. */
export async function readJob(db: LamplightDb, text: string): Promise<JobMatch> {
  const { domains, rows } = await readBankIndex(db);
  const vocabulary = buildJobVocabulary(
    domains,
    rows.map(({ summary }) => summary),
  );
  return matchJob(text, vocabulary);
}
