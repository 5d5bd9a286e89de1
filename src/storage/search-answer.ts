/** What goes between the page and the search: a question, and an answer that the page can draw as it is. */
import type { StudyDay } from '#memory/study-day.ts';
import { excerptOf, reasonOf, type Excerpt, type Reason } from '#search/excerpt.ts';
import type { Query } from '#search/query.ts';
import type { SearchHit, SearchResult } from '#search/search.ts';
import type { SearchTexts } from './search-texts.ts';

export interface SearchAsk {
  readonly text: string;
  /** For `is:due`. */
  readonly today: StudyDay;
  /** How many hits are shown. */
  readonly most: number;
}

export interface ShownHit extends Omit<SearchHit, 'line'> {
  /** Null until the text is read. */
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
  /** With the address of the folder that holds the packs. */
  | { readonly type: 'open'; readonly dbName: string; readonly base: string }
  | { readonly type: 'refresh' }
  | { readonly type: 'ask'; readonly id: number; readonly ask: SearchAsk }
  /** This one is answered: now to what may be typed next. */
  | { readonly type: 'ahead'; readonly id: number; readonly ask: SearchAsk };

/** Comes back. */
export type SearchReply =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: SearchAnswer; readonly last: boolean }
  /** To a text that may be typed after that of the question. */
  | { readonly type: 'ahead'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string };

/** The answer as far as texts are at hand, with so many hits. */
export function answerOf(result: SearchResult, query: Query, texts: SearchTexts, most: number): SearchAnswer {
  const { hits, matcher, ...rest } = result;
  const shown = hits.slice(0, most).map(({ line, ...hit }): ShownHit => {
    const document = texts.peek(hit.entry.id);
    const excerpt = document && excerptOf(document.sections, matcher, line);
    return { ...hit, excerpt, reason: reasonOf(hit.entry, matcher, excerpt) };
  });
  return { ...rest, text: query.typed, hits: shown, pasted: query.pasted };
}
