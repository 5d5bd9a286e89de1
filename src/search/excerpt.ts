/** The piece of an item's text that answers a query best, and why the item was found at all. */
import type { Place, SearchEntry, Section } from './document.ts';
import { joinRanges, type Found, type Matcher, type Range } from './matcher.ts';
import { plainTitle } from './fuse.ts';

const MOST_UNITS = 150;
/** How much text may stand before the first match. */
const LEAD = 36;

export interface Excerpt {
  readonly place: Place;
  readonly text: string;
  readonly ranges: readonly Range[];
  /** Whether text was left out at its beginning and at its end. */
  readonly cut: readonly [before: boolean, after: boolean];
}

/** Why an item was found. */
export type Reason =
  | { readonly kind: 'title' }
  | { readonly kind: 'alias'; readonly text: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'tag'; readonly text: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'text'; readonly place: Place }
  /** Its topic, its tier, or the filters alone. */
  | { readonly kind: 'about' };

function told(words: ReadonlySet<number>, { tells }: Matcher): number {
  let sum = 0;
  for (const word of words) sum += 0.1 + (tells[word] ?? 0);
  return sum;
}

const wordsIn = (found: readonly Found[]): Set<number> => new Set(found.map(({ word }) => word));

interface Window {
  readonly first: number;
  readonly score: number;
}

/** The match from which a window of text tells most. */
function bestWindow(found: readonly Found[], matcher: Matcher): Window {
  let best: Window = { first: 0, score: 0 };
  for (let first = 0; first < Math.min(found.length, 40); first += 1) {
    const from = found[first]?.range[0] ?? 0;
    const inside = found.slice(first, first + 24).filter(({ range }) => range[1] - from <= MOST_UNITS - LEAD);
    const score = told(wordsIn(inside), matcher) + 0.01 * Math.min(5, inside.length);
    if (score > best.score) best = { first, score };
  }
  return best;
}

/** The start of a word at or after, or the end of one at or before, so that none is cut through. */
function startOfWord(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space - at > 20 ? at : space + 1;
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return at - space > 20 ? at : space;
}

function cutOut(place: Place, text: string, found: readonly Found[], first: number): Excerpt {
  const anchor = found[first]?.range[0] ?? 0;
  const start = text.length <= MOST_UNITS ? 0 : Math.min(anchor, startOfWord(text, anchor - LEAD));
  const end = Math.max(endOfWord(text, start + MOST_UNITS), found[first]?.range[1] ?? 0);
  const shown = text.slice(start, end);
  const inside = found.filter(({ range }) => range[0] >= start && range[1] <= end);
  const ranges = inside.map(({ range }): Range => [range[0] - start, range[1] - start]);
  return { place, text: shown, ranges: joinRanges(ranges, shown), cut: [start > 0, end < text.length] };
}

interface Answering {
  readonly place: Place;
  readonly line: string;
  readonly found: readonly Found[];
  readonly window: Window;
}

/** The first line of those that tell most; none is looked at after one that tells all. */
function bestLine(sections: readonly Section[], matcher: Matcher): Answering | null {
  let best: Answering | null = null;
  const all = told(new Set(matcher.tells.keys()), matcher);
  for (const { place, lines } of sections) {
    for (const line of lines) {
      const found = matcher.find(line);
      const window = bestWindow(found, matcher);
      if (window.score > (best?.window.score ?? 0)) best = { place, line, found, window };
      if (best !== null && best.window.score >= all) return best;
    }
  }
  return best;
}

/** One line of all sections, with what it tells; null when there is no such line or it tells nothing. */
function oneLine(sections: readonly Section[], matcher: Matcher, wanted: number): Answering | null {
  let before = 0;
  for (const { place, lines } of sections) {
    const line = lines[wanted - before];
    if (line !== undefined) {
      const found = matcher.find(line);
      return found.length === 0 ? null : { place, line, found, window: bestWindow(found, matcher) };
    }
    before += lines.length;
  }
  return null;
}

/**
 * The piece of text that holds most of the query; the first words of the first section when none holds anything. `line` is
 * the line that tells most where that is known: then no other is looked at.
 */
export function excerptOf(sections: readonly Section[], matcher: Matcher, line: number | null = null): Excerpt | null {
  const known = line === null ? null : oneLine(sections, matcher, line);
  const best = known ?? bestLine(sections, matcher);
  if (best) return cutOut(best.place, best.line, best.found, best.window.first);
  const [section] = sections;
  const first = section?.lines.find((each) => each.trim() !== '');
  return section && first !== undefined ? cutOut(section.place, first, [], 0) : null;
}

/** The matches in a title as shown. */
export function titleRanges(title: string, matcher: Matcher): Range[] {
  const text = plainTitle(title);
  return joinRanges(
    matcher.find(text).map(({ range }) => range),
    text,
  );
}

interface Named {
  readonly kind: 'alias' | 'tag';
  readonly text: string;
  readonly found: readonly Found[];
}

function bestName(entry: SearchEntry, matcher: Matcher, known: ReadonlySet<number>): Named | null {
  const named = [
    ...entry.aliases.map((text) => ({ kind: 'alias' as const, text })),
    ...entry.tags.map((text) => ({ kind: 'tag' as const, text })),
  ];
  let best: { name: Named; told: number } | null = null;
  for (const { kind, text } of named) {
    const found = matcher.find(text);
    const fresh = new Set([...wordsIn(found)].filter((word) => !known.has(word)));
    const tells = told(fresh, matcher);
    if (fresh.size > 0 && tells > (best?.told ?? 0)) best = { name: { kind, text, found }, told: tells };
  }
  return best?.name ?? null;
}

/** Why an entry answers the query: its title, else another name of it, else the place of the excerpt. */
export function reasonOf(entry: SearchEntry, matcher: Matcher, excerpt: Excerpt | null): Reason {
  const inTitle = wordsIn(matcher.find(plainTitle(entry.title)));
  if (inTitle.size > 0 && inTitle.size === matcher.tells.length) return { kind: 'title' };
  const name = bestName(entry, matcher, inTitle);
  const inText = excerpt === null ? new Set<number>() : wordsIn(matcher.find(excerpt.text));
  const texted = told(inText, matcher);
  if (name !== null && told(new Set([...inTitle, ...wordsIn(name.found)]), matcher) >= texted) {
    const ranges = name.found.map(({ range }) => range);
    return { kind: name.kind, text: name.text, ranges: joinRanges(ranges, name.text) };
  }
  if (excerpt !== null && texted > told(inTitle, matcher)) return { kind: 'text', place: excerpt.place };
  return { kind: inTitle.size > 0 ? 'title' : 'about' };
}
