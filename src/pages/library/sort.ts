/** The orders of the Library's lines other than that of learning. Lines of equal rank keep the order of learning. */
import { tierRank } from '#bank/tier.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, type StudyDay } from '#memory/study-day.ts';
import type { Learned } from '#review/card-state.ts';
import type { Entry } from './entry.ts';
import type { Sort } from './filters.ts';

/** What "today" and "weak" mean. */
export interface SortContext {
  readonly today: StudyDay;
  readonly scheduler: Scheduler;
}

const byTitle = new Intl.Collator('en', { numeric: true, sensitivity: 'base', ignorePunctuation: true });

function learnedOf({ memory }: Entry): Learned | null {
  return memory?.card.learning.kind === 'learned' ? memory.card.learning : null;
}

/** Ranks of what was never asked: behind all that was, questions before what is not asked at all. */
function unseen({ memory }: Entry): number {
  return memory ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}

type Rank = (entry: Entry, context: SortContext) => number;

const RANKS: Readonly<Record<Exclude<Sort, 'title'>, Rank>> = {
  tier: ({ tiers }) => Math.min(...tiers.map(tierRank)),
  weakest: (entry, { scheduler, today }) => {
    const learned = learnedOf(entry);
    return learned ? scheduler.retrievability(learned.memory, daysBetween(learned.lastDay, today)) : unseen(entry);
  },
  seen: (entry) => {
    const learned = learnedOf(entry);
    return learned ? -learned.lastAtMs : unseen(entry);
  },
  learnt: (entry) => {
    const learned = learnedOf(entry);
    return learned ? 0 - learned.firstDay : unseen(entry);
  },
};

/** The lines in another order: by title, easiest tier first, lowest chance of recall first, latest answer or first answer first. */
export function sortEntries(entries: readonly Entry[], sort: Sort, context: SortContext): readonly Entry[] {
  if (sort === 'title') {
    const titles = new Map(entries.map((entry) => [entry, entry.title.replaceAll('`', '')]));
    return entries.toSorted((a, b) => byTitle.compare(titles.get(a) ?? '', titles.get(b) ?? ''));
  }
  const ranks = new Map(entries.map((entry) => [entry, RANKS[sort](entry, context)]));
  return entries.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}
