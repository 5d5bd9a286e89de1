/** What Fuse thinks of titles, tags and aliases. Its own shapes end here. */
import Fuse from 'fuse.js';
import { inlinesOf, plainOf } from '#bank/text.ts';
import type { SearchEntry } from './document.ts';
import type { Range } from './matcher.ts';

/** A title as it is shown in a list: without the marks around code. */
export function plainTitle(title: string): string {
  return title.includes('`') ? plainOf(inlinesOf(title)) : title;
}

interface Shown extends SearchEntry {
  readonly shownTitle: string;
}

const fuseKeys = [
  { name: 'shownTitle', weight: 3 },
  { name: 'tags', weight: 2 },
  { name: 'aliases', weight: 2 },
];

export interface Opinion {
  /** 0 (the query itself) to 1 (nothing of it). */
  readonly score: number;
  readonly titleRanges: readonly Range[];
}

/** Shorter ranges say nothing to an eye. */
const LEAST_RANGE = 3;

/** How much of a word a range must cover: letters that happen to stand within one are no match. */
const COVERED = 0.6;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a range begins a word of the title and covers most of it. */
function isWord(title: string, [start, end]: Range): boolean {
  if (LETTER.test(title.charAt(start - 1))) return false;
  let last = end;
  while (LETTER.test(title.charAt(last))) last += 1;
  return end - start >= COVERED * (last - start);
}

/** What Fuse thinks of the titles, tags and aliases, by place in the list. */
export function askFuse(entries: readonly SearchEntry[], text: string): Map<number, Opinion> {
  if (text === '') return new Map();
  const shown = entries.map((entry): Shown => ({ ...entry, shownTitle: plainTitle(entry.title) }));
  const fuse = new Fuse(shown, {
    keys: fuseKeys,
    threshold: 0.35,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
    includeScore: true,
    includeMatches: true,
    minMatchCharLength: LEAST_RANGE,
    shouldSort: false,
  });
  return new Map(
    fuse.search(text).map(({ item, refIndex, score = 1, matches = [] }) => {
      const seen = matches.find(({ key }) => key === 'shownTitle')?.indices ?? [];
      const ranges = seen.map(([start, end]): Range => [start, end + 1]);
      return [refIndex, { score, titleRanges: ranges.filter((range) => isWord(item.shownTitle, range)) }];
    }),
  );
}
