import type { SearchAnswer } from '#storage/search-answer.ts';

/** An answer that found nothing. */
export function answerTo(text: string): SearchAnswer {
  return {
    text,
    hits: [],
    counts: {},
    total: 0,
    partial: false,
    corrected: [],
    unknown: [],
    nearest: [],
    unfiltered: 0,
    pasted: false,
  };
}
