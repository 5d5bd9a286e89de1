/** The names that topics, tags and languages have in an index, and what a filter's value may mean among them. */
import { editsBetween, editsFor } from './edit-distance.ts';
import type { PackedIndex } from './packed.ts';
import type { Segment } from './segment.ts';
import { synonymsOf } from './synonyms.ts';
import { fold } from './words.ts';

/** All folded. */
export interface FilterNames {
  /** Domains, topics by their own name, and `domain/topic`. */
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly languages: readonly string[];
}

/** A beginning of fewer letters may be anything. */
const LEAST_BEGUN = 2;

function namesIn({ entries }: PackedIndex): FilterNames {
  const topics = new Set<string>();
  const tags = new Set<string>();
  const languages = new Set<string>();
  for (const entry of entries) {
    if (entry.topic !== null) for (const name of [entry.topic, ...entry.topic.split('/')]) topics.add(fold(name));
    for (const tag of entry.tags) tags.add(fold(tag));
    if (entry.language !== null) languages.add(fold(entry.language));
  }
  return { topics: [...topics], tags: [...tags], languages: [...languages] };
}

const KNOWN = new WeakMap<PackedIndex, FilterNames>();

function knownIn(index: PackedIndex): FilterNames {
  const names = KNOWN.get(index) ?? namesIn(index);
  KNOWN.set(index, names);
  return names;
}

/** Those of some segments; gathered when they are first asked for. */
export function filterNames(segments: readonly Segment[]): FilterNames {
  const all = (key: keyof FilterNames): string[] => [...new Set(segments.flatMap(({ index }) => knownIn(index)[key]))];
  return {
    get topics() {
      return all('topics');
    },
    get tags() {
      return all('tags');
    },
    get languages() {
      return all('languages');
    },
  };
}

/** One language by several names, which are no synonyms in a text. */
const SHELLS: readonly string[] = ['sh', 'shell', 'bash'];

const otherNames = (value: string): readonly string[] => [
  ...synonymsOf(value),
  ...(SHELLS.includes(value) ? SHELLS : []),
];

/** With a hyphen around each of its words. */
const hyphened = (text: string): string => `-${text.replaceAll(/[\s_/]+/gu, '-')}-`;

/**
 * The names that a folded value means: those that are it or its synonym ("k8s"), else those that have it among their words, else
 * those of which a word begins with it, else what it is a slip of. None where nothing is like it.
 */
export function meantBy(names: readonly string[], value: string): readonly string[] {
  const wanted = hyphened(value);
  const same = [wanted, ...otherNames(value).map(hyphened)];
  const most = editsFor(value.length);
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => same.includes(name),
    (name) => same.some((each) => name.includes(each)),
    (name) => value.length >= LEAST_BEGUN && name.includes(wanted.slice(0, -1)),
    (name) => most > 0 && editsBetween(wanted.slice(0, -1), name, most) <= most,
  ];
  for (const test of tests) {
    const found = names.filter((name) => test(hyphened(name)));
    if (found.length > 0) return found;
  }
  return [];
}
