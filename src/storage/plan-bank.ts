/** The bank as planning sees it. */
import type { DomainHead } from '#bank/head.ts';
import { planQuestionOf, type PlanQuestion } from '#plan/scope.ts';
import { readBankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';

export interface PlanBank {
  readonly domains: readonly DomainHead[];
  /** In the order in which they should be learnt. */
  readonly questions: readonly PlanQuestion[];
}

/** Domains and questions of all banks. */
export async function readPlanBank(db: LamplightDb): Promise<PlanBank> {
  const { domains, rows } = await readBankIndex(db);
  return { domains, questions: rows.flatMap(({ summary }) => planQuestionOf(summary) ?? []) };
}
