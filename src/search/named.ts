/** Entries whose very name was typed, where its words are too common to lead there: `no-store`, "off by one", `==`. */
import type { ItemKind } from '#bank/item.ts';
import { allowedIn } from './allowed.ts';
import type { SearchEntry } from './document.ts';
import type { PackedIndex } from './packed.ts';
import type { Query } from './query.ts';
import type { Candidate, Recalled } from './recall.ts';
import { KINDS, type Segment } from './segment.ts';
import { documentsWith } from './vocabulary.ts';
import { fold, isLightWord, isStopWord, termOf, wordsOf } from './words.ts';

/** Longer names are made of more than such words. */
const MOST_UNITS = 40;
/** Marks that a name has beside its words: a question's sign, those of code. */
const MOST_MARKS = 4;

type IsNamed = (name: string) => boolean;

const plain = (text: string): string => wordsOf(fold(text)).join(' ');

const namesOf = ({ title, aliases }: SearchEntry): readonly string[] => [title, ...aliases];

/** Whether a name has these words and no other. */
function byWords(wish: string): IsNamed {
  return (name) => {
    const longer = name.length - wish.length;
    // Most names are told by their length alone.
    return longer >= 0 && longer <= MOST_MARKS && plain(name) === wish;
  };
}

/** Whether a name has all of these signs, each by itself. */
function bySigns(signs: readonly string[]): IsNamed {
  return (name) => {
    if (!signs.every((sign) => name.includes(sign))) return false;
    const parts = name.split(/[\s`]+/u);
    return signs.every((sign) => parts.includes(sign));
  };
}

/** By name, the entries called by words alone that are too common for the index. */
function stopNamesIn({ entries }: PackedIndex): ReadonlyMap<string, readonly number[]> {
  const called = new Map<string, number[]>();
  entries.forEach((entry, document) => {
    for (const name of namesOf(entry)) {
      const words = wordsOf(fold(name.slice(0, MOST_UNITS)));
      if (words.length > 0 && words.every(isStopWord))
        called.set(words.join(' '), [...(called.get(words.join(' ')) ?? []), document]);
    }
  });
  return called;
}

const STOP_NAMES = new WeakMap<PackedIndex, ReadonlyMap<string, readonly number[]>>();

function calledByStopWords(index: PackedIndex, wish: string): readonly number[] {
  const names = STOP_NAMES.get(index) ?? stopNamesIn(index);
  STOP_NAMES.set(index, names);
  return names.get(wish) ?? [];
}

/** Of these documents the ones that are called so. */
function calledAmong({ entries }: PackedIndex, documents: Iterable<number>, isNamed: IsNamed): number[] {
  const called: number[] = [];
  for (const document of documents) {
    const entry = entries[document];
    if (entry && namesOf(entry).some(isNamed)) called.push(document);
  }
  return called;
}

/** The signs of a text that hardly has words beside them; none else. */
function signsOf(text: string, telling: readonly string[]): readonly string[] {
  if (!telling.every(isLightWord)) return [];
  return text.split(/[\s`]+/u).filter((part) => part !== '' && part !== '?' && wordsOf(part).length === 0);
}

type FindCalled = (index: PackedIndex) => readonly number[];

/** Finds who is called as the query says; null where its words lead there by themselves. */
function finderOf({ text, pasted }: Query): FindCalled | null {
  if (pasted) return null;
  const words = wordsOf(fold(text));
  const telling = words.filter((word) => !isStopWord(word));
  const signs = signsOf(text, telling);
  if (signs.length > 0) return (index) => calledAmong(index, index.entries.keys(), bySigns(signs));
  const [only] = telling;
  const wish = words.join(' ');
  if (only === undefined) return words.length === 0 ? null : (index) => calledByStopWords(index, wish);
  if (telling.length > 1 || words.length === 1) return null;
  return (index) => calledAmong(index, documentsWith(index, termOf(only)), byWords(wish));
}

/** Those that the filters let through; see `search` for `among`. */
export function namedIn(segments: readonly Segment[], query: Query, among: ReadonlySet<string> | null): Candidate[] {
  const findCalled = finderOf(query);
  if (findCalled === null) return [];
  return segments.flatMap((segment, at) => {
    const called = findCalled(segment.index);
    if (called.length === 0) return [];
    const allowed = allowedIn(segment, query.filters, among);
    const open = called.filter((document) => allowed[document] === 1);
    return open.map((document): Candidate => ({ segment: at, document, score: 0, step: 0, coverage: 1, named: true }));
  });
}

const placeOf = ({ segment, document }: Candidate): string => `${segment}/${document}`;

function kindOf(segments: readonly Segment[], { segment, document }: Candidate): ItemKind {
  return KINDS[segments[segment]?.kinds[document] ?? 0] ?? 'question';
}

/** What was recalled, with those that are named so; what only comes near is left out beside them. */
export function withNamed(segments: readonly Segment[], recalled: Recalled, named: readonly Candidate[]): Recalled {
  if (named.length === 0) return recalled;
  const found = recalled.partial ? { candidates: [], counts: [] } : recalled;
  const all = new Map(found.candidates.map((candidate) => [placeOf(candidate), candidate]));
  const counts = new Map(found.counts);
  for (const candidate of named) {
    const same = all.get(placeOf(candidate));
    const kind = kindOf(segments, candidate);
    if (!same) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all.set(placeOf(candidate), { ...candidate, score: same?.score ?? 0 });
  }
  return { ...recalled, candidates: [...all.values()], counts, partial: false, unknown: [] };
}
