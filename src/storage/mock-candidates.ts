/** What a mock could ask: the bank's questions with how much the person needs each, and when a mock last asked it. */
import type { ItemSummary } from '#bank/pack/summary.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Candidate } from '#mock/draw.ts';
import type { AskedAs } from '#mock/drawn.ts';
import type { CardState } from '#review/card-state.ts';
import { OWN_BANK } from '#review/own-question.ts';
import { readBankIndex } from './bank-index.ts';
import type { LamplightDb } from './database.ts';
import { readMockHistory } from './mock-history.ts';
import { readAskableCauses } from './mock-pairs.ts';
import { stateOfRow } from './today.ts';

/** A question that was never answered is nearly as much needed as one that is forgotten. */
const UNPROVEN = 0.8;
/** A missed point makes its question this much more needed. */
const MISSED_POINT = 0.2;
/** What a search for a cause takes, in seconds. */
const CAUSE_SECONDS = 90;

/** How weak each item is, 0 to 1, by the cards that the log knows; missing for what was never answered. */
function needsOf(cards: Iterable<CardState>, today: StudyDay, scheduler: Scheduler): Map<string, number> {
  const needs = new Map<string, number>();
  for (const { item, point, learning } of cards) {
    if (learning.kind === 'new') continue;
    const { memory, lastDay, lastGrade } = learning;
    const forgotten = 1 - scheduler.retrievability(memory, daysBetween(lastDay, today));
    const more = point === null ? forgotten : lastGrade === 1 ? MISSED_POINT : 0;
    needs.set(item, Math.min(1, (needs.get(item) ?? 0) + more));
  }
  return needs;
}

function candidateOf(summary: ItemSummary, as: AskedAs): Omit<Candidate, 'need' | 'mocksAgo'> | null {
  const { id, title, topic, tier, kind = 'debug', seconds = CAUSE_SECONDS } = summary;
  if (topic === undefined || tier === undefined) return null;
  return { item: id, as, pair: null, title, topic, tier, kind, seconds };
}

/** Which items are asked, and as what: questions, or entries of the error archive. */
function askedAs({ type }: ItemSummary): AskedAs | null {
  if (type === 'question') return 'question';
  return type === 'error' ? 'error' : null;
}

export interface Wanted {
  /** With listings of which one half is bad, and of errors only those that there is a fix to choose for. */
  readonly causes?: boolean;
  /** Without questions of the person's own, which nobody else has. */
  readonly shared?: boolean;
}

/** All questions and errors of the bank, as they are wanted. @throws CorruptRowError */
export async function readCandidates(
  db: LamplightDb,
  today: StudyDay,
  scheduler: Scheduler,
  { causes = false, shared = false }: Wanted = {},
): Promise<Candidate[]> {
  const [{ rows }, { mocks }, cards, askable] = await Promise.all([
    readBankIndex(db),
    readMockHistory(db),
    db.cards.where('lastDay').aboveOrEqual(Number.MIN_SAFE_INTEGER).toArray(),
    causes ? readAskableCauses(db) : null,
  ]);
  const needs = needsOf(cards.map(stateOfRow), today, scheduler);
  const mocksAgo = new Map<string, number>();
  mocks.forEach(({ record }, ago) => {
    for (const { item } of record.answers) if (!mocksAgo.has(item)) mocksAgo.set(item, ago);
  });
  const errors = askable && new Set(askable.errors.map(({ id }) => id));
  const whole = rows.flatMap(({ bank, summary }) => {
    if (shared && bank === OWN_BANK) return [];
    const as = askedAs(summary);
    if (as === 'error' && errors?.has(summary.id) === false) return [];
    const candidate = as && candidateOf(summary, as);
    if (!candidate) return [];
    return [{ ...candidate, need: needs.get(summary.id) ?? UNPROVEN, mocksAgo: mocksAgo.get(summary.id) ?? null }];
  });
  const byItem = new Map(whole.map((candidate) => [candidate.item, candidate]));
  const listings = (askable?.pairs ?? []).flatMap(({ item, index, pair }): Candidate[] => {
    const own = byItem.get(item);
    const found = { as: 'pair', pair: index, title: pair.bad.title, kind: 'debug', seconds: CAUSE_SECONDS } as const;
    return own ? [{ ...own, ...found }] : [];
  });
  return [...whole, ...listings];
}
