/** What goes between the page and the search: a question, and an answer that the page can draw as it is. */
import type { StudyDay } from '#memory/study-day.ts';
import type { SearchDocument } from '#search/document.ts';
import { excerptOf, holdsPhrases, reasonOf, type Excerpt, type Reason } from '#search/excerpt.ts';
import type { Query } from '#search/query.ts';
import type { SearchHit, SearchResult } from '#search/search.ts';
import type { SearchTexts } from './search-texts.ts';

export interface SearchAsk {
  readonly text: string;
  /** For `is:due`. */
  readonly today: StudyDay;
  /** How many hits, from the first, need an excerpt. */
  readonly excerpts: number;
}

export interface ShownHit extends SearchHit {
  /** Null until the text is read, and for hits beyond those that need one. */
  readonly excerpt: Excerpt | null;
  readonly reason: Reason;
}

export interface SearchAnswer extends Omit<SearchResult, 'hits' | 'matcher'> {
  /** The question that this answers. */
  readonly text: string;
  readonly hits: readonly ShownHit[];
  /** An error message or stack trace was pasted. */
  readonly pasted: boolean;
}

/** Goes to whoever searches. */
export type SearchRequest =
  | { readonly type: 'open'; readonly dbName: string }
  | { readonly type: 'refresh' }
  | { readonly type: 'ask'; readonly id: number; readonly ask: SearchAsk };

/** Comes back. */
export type SearchReply =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: SearchAnswer; readonly last: boolean }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string };

function textsOf({ entry, about, sections }: SearchDocument): string[] {
  return [entry.title, ...entry.tags, ...entry.aliases, ...about, ...sections.flatMap(({ lines }) => lines)];
}

/** The index only guesses at phrases; where the text is at hand, it decides. */
function isTrue(hit: SearchHit, { phrases }: Query, texts: SearchTexts): boolean {
  const document = phrases.length === 0 ? null : texts.peek(hit.entry.id);
  return document === null || holdsPhrases(phrases, textsOf(document));
}

/** The answer as far as texts are at hand. */
export function answerOf(result: SearchResult, query: Query, texts: SearchTexts, excerpts: number): SearchAnswer {
  const { hits, matcher, ...rest } = result;
  const held = hits.filter((hit) => isTrue(hit, query, texts));
  const shown = held.map((hit, i): ShownHit => {
    const document = i < excerpts ? texts.peek(hit.entry.id) : null;
    const excerpt = document && excerptOf(document.sections, matcher);
    return { ...hit, excerpt, reason: reasonOf(hit.entry, matcher, excerpt) };
  });
  const fewer = held.length < hits.length ? recounted(held) : {};
  return { ...rest, ...fewer, text: query.typed, hits: shown, pasted: query.pasted };
}

function recounted(hits: readonly SearchHit[]): Pick<SearchAnswer, 'counts' | 'total'> {
  const counts: Partial<Record<SearchHit['entry']['kind'], number>> = {};
  for (const { entry } of hits) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
  return { counts, total: hits.length };
}
