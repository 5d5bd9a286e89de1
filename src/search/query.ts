/** What a person typed or pasted → words to find, phrases, and filters. Any string is a query; none throws. */
import { tierFromWord, type Tier } from '#bank/tier.ts';
import { isFilterWord, partedByFilters, takeFilters, takeOuterFilters, type Filters, type Taken } from './filters.ts';
import type { FilterNames } from './filter-names.ts';
import { boundPaste, looksPasted, tellingText } from './pasted.ts';
import { eachWord, isLightWord, isStopWord, partsOf, sequenceOf, termOf } from './words.ts';

export interface QueryTerm {
  readonly text: string;
  /** The terms inside an identifier; used where the whole is unknown. */
  readonly parts: readonly string[];
  /** The word is still being typed, so it also stands for what begins with it. */
  readonly prefix: boolean;
  /** Its absence is forgiven: a letter or two that were just begun, or a light word. */
  readonly optional: boolean;
  /** Says little beside the others: see `isLightWord`. */
  readonly light?: true;
  /** Stands in quotes: no other form of it will do. */
  readonly exact: boolean;
  /** The term that follows it at once in what was typed. */
  readonly next?: string;
  /** What it makes together with its neighbour, where that is known as one word. */
  readonly joined?: string;
}

export interface Query {
  readonly terms: readonly QueryTerm[];
  /** Terms in quotes, side by side. */
  readonly phrases: readonly (readonly string[])[];
  readonly filters: Filters;
  /** An error message or stack trace: words are forgiven, errors come first. */
  readonly pasted: boolean;
  /** The query as it came. */
  readonly typed: string;
  /** What was typed without filters and quotes, on one line, at most 200 units. */
  readonly text: string;
}

/** More words than anyone types; then it is treated as pasted. */
const MOST_TYPED = 12;
const MOST_PASTED = 64;
/** More words in quotes than this are a message rather than a name. */
const MOST_SURE = 4;

function takePhrases(text: string): { readonly rest: string; readonly phrases: string[][] } {
  const phrases: string[][] = [];
  const rest = text.replaceAll(/["“”]([^"“”\n]{1,200})["“”]/gu, (_, quoted: string) => {
    phrases.push(sequenceOf(quoted));
    return ' ';
  });
  return { rest, phrases: phrases.filter((phrase) => phrase.length > 0).slice(0, 4) };
}

function plainTerm(text: string): QueryTerm {
  return { text, parts: [], prefix: false, optional: false, exact: false };
}

/** The words of a text as terms, the last one open when nothing follows it; stop words only where there is nothing else. */
function typedTerms(text: string, open: boolean): QueryTerm[] {
  const all: QueryTerm[] = [];
  eachWord(text, (start, end) => {
    if (all.length > 4 * MOST_PASTED) return;
    const word = text.slice(start, end);
    const term = termOf(word);
    if (term !== '') all.push({ ...plainTerm(term), parts: partsOf(word), prefix: open && end === text.length });
  });
  all.forEach((term, i) => {
    const next = all[i + 1]?.text;
    if (next !== undefined) all[i] = { ...term, next };
  });
  const telling = all.filter(({ text: term, prefix }) => !isStopWord(term) || (prefix && term.length > 1));
  const kept = telling.length > 0 ? telling : all.slice(-1).map((term) => ({ ...term, prefix: true }));
  const seen = new Set<string>();
  return kept.filter(({ text: term }) => !seen.has(term) && seen.add(term));
}

/** Forgives the absence of what was only just begun, and of light words, when other words can carry the query. */
function forgive(terms: readonly QueryTerm[], alone: boolean): QueryTerm[] {
  if (alone && terms.length < 2) return [...terms];
  const carried = !alone || terms.some(({ text }) => !isLightWord(text));
  return terms.map((term) => {
    if (carried && isLightWord(term.text)) return { ...term, optional: true, light: true };
    const begun = term.prefix && (term.text.length < 3 || isStopWord(term.text));
    return begun ? { ...term, optional: true } : term;
  });
}

function pastedQuery({ rest, filters }: Taken, typed: string): Query {
  const telling = tellingText(rest);
  const terms = typedTerms(telling, false).slice(0, MOST_PASTED);
  return { terms, phrases: [], filters, pasted: true, typed, text: telling.slice(0, 200) };
}

/** A tier's name with nothing beside it ("junior") is not a word to look for: it asks for what stands on that rung. */
function tierAlone([only, ...more]: readonly QueryTerm[]): Tier | undefined {
  return only && more.length === 0 && !only.exact ? tierFromWord(only.text) : undefined;
}

/** The query without its quotation marks, for where nothing holds the phrase; many words are then forgiven like a paste's. */
export function unquoted(query: Query): Query {
  const terms = query.terms.map((term) => ({ ...term, exact: false }));
  return { ...query, terms, phrases: [], pasted: terms.length > MOST_SURE };
}

/**
 * Reads a query. Never throws; a paste of any length is cut to what tells most. `names` are those that filters are read by; null
 * takes their values as they stand.
 */
export function parseQuery(input: string, names: FilterNames | null = null): Query {
  const bounded = boundPaste(input);
  const { rest: unfiltered, filters } = takeFilters(bounded, names);
  // Within a message `tag:latest` is a part of it; before and after it somebody has put a filter.
  if (looksPasted(unfiltered)) return pastedQuery(takeOuterFilters(bounded, names), input);
  const { rest, phrases } = takePhrases(unfiltered);
  const typed = typedTerms(rest, true);
  if (typed.length > MOST_TYPED) return pastedQuery(takeOuterFilters(bounded, names), input);
  const quoted = [...new Set(phrases.flat())].map((text): QueryTerm => ({ ...plainTerm(text), exact: true }));
  const terms = [...quoted, ...forgive(typed, quoted.length === 0)];
  const tier = tierAlone(terms);
  return {
    terms: tier ? [] : terms,
    phrases,
    filters: tier ? { ...filters, tiers: [...filters.tiers, tier] } : filters,
    pasted: false,
    typed: input,
    text: unfiltered
      .replaceAll(/["“”\s]+/gu, ' ')
      .trim()
      .slice(0, 200),
  };
}

const saidBy = (text: string): string => JSON.stringify(parseQuery(text).filters);

/** The text with one filter word put at its end, or without all that says the same ("junior" alone) where it is there. */
export function toggleFilter(text: string, word: string): string {
  const parts = partedByFilters(text);
  const isAlone = parts.filter((each) => !isFilterWord(each)).length === 1;
  const meant = saidBy(word);
  const kept = parts.filter((each) => !(isAlone || isFilterWord(each)) || saidBy(each) !== meant);
  const next = kept.length < parts.length ? kept : [...parts, word];
  return next.length === 0 ? '' : `${next.join(' ')} `;
}
