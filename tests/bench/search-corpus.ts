/**
 * Items for the search bench: made of the bank's own sentences, tags and titles by a fixed seed, so that every run and every
 * engine sees the same. Some words of each line are exchanged for other words of the bank, and code names are made of two of
 * them, so that a query can have one right answer although the sentences recur.
 */
import type { ItemKind } from '#bank/item.ts';
import { documentOf, topicTitles, type SearchDocument } from '#search/document.ts';
import { isStopWord, termOf, wordsOf } from '#search/words.ts';
import { compileBank } from '../../data/compile.ts';
import type { PackFile } from '#bank/pack/pack.ts';
import type { Item } from '#bank/item.ts';

const LINES = 12;
const CHANGED = 0.15;

export type Random = (below: number) => number;

/** The same numbers for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}

/** A line with the words that were exchanged in it. */
export interface MadeLine {
  readonly text: string;
  readonly changed: readonly string[];
}

export interface MadeItem {
  readonly document: SearchDocument;
  readonly title: MadeLine;
  readonly lines: readonly MadeLine[];
  readonly identifier: string;
  readonly message: MadeLine | null;
}

interface Pool {
  readonly documents: readonly SearchDocument[];
  readonly lines: readonly string[];
  readonly titles: readonly string[];
  readonly tags: readonly string[];
  readonly words: readonly string[];
}

/** The documents of the built-in bank. */
export async function bankDocuments(): Promise<SearchDocument[]> {
  const compiled = await compileBank('data/builtin');
  if (!compiled.ok) throw new Error('The bank has faults: npm run bank.');
  const titles = topicTitles(compiled.manifest.domains);
  const items = [...compiled.files.values()].flatMap((text): Item[] =>
    (JSON.parse(text) as PackFile).items.map(({ item }) => item),
  );
  return items.map((item) => documentOf(item, titles));
}

function poolOf(documents: readonly SearchDocument[]): Pool {
  const lines = documents.flatMap(({ sections }) =>
    sections.flatMap((section) => section.lines.filter((line) => line.length > 40)),
  );
  const words = new Set(lines.flatMap(wordsOf).filter((word) => /^[a-z]{5,12}$/u.test(word)));
  return {
    documents,
    lines,
    titles: documents.map(({ entry }) => entry.title.replaceAll('`', '')),
    tags: [...new Set(documents.flatMap(({ entry }) => entry.tags))],
    words: [...words].sort(),
  };
}

/** A text with a share of its words exchanged, two at least. */
function changedLine(text: string, share: number, { words }: Pool, random: Random): MadeLine {
  const parts = text.split(' ');
  const open = parts
    .map((_, i) => i)
    .filter((i) => /^[a-z]{4,}$/u.test(parts[i] ?? '') && !isStopWord(termOf(parts[i] ?? '')));
  const count = Math.min(open.length, Math.max(2, Math.round(parts.length * share)));
  const changed: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const [at = 0] = open.splice(random(open.length), 1);
    const word = pick(words, random);
    parts[at] = word;
    changed.push(word);
  }
  return { text: parts.join(' '), changed };
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
const KINDS: readonly ItemKind[] = ['question', 'question', 'question', 'error', 'snippet', 'sheet'];

function makeItem(index: number, pool: Pool, random: Random): MadeItem {
  const kind = KINDS[index % KINDS.length] ?? 'question';
  const title = changedLine(pick(pool.titles, random), 0.25, pool, random);
  const lines = Array.from({ length: LINES }, () => changedLine(pick(pool.lines, random), CHANGED, pool, random));
  const identifier = `${pick(pool.words, random)}${capital(pick(pool.words, random))}`;
  const base = pick(pool.documents, random);
  const fault = `${capital(pick(pool.words, random))}Error`;
  const told = changedLine(
    `cannot finish the pending request because every other worker still waits`,
    0.3,
    pool,
    random,
  );
  const message = kind === 'error' ? { ...told, text: `${fault}: ${told.text}` } : null;
  return {
    title,
    lines,
    identifier,
    message,
    document: {
      entry: {
        ...base.entry,
        id: `made-${index}`,
        kind,
        title: title.text,
        tags: [pick(pool.tags, random), pick(pool.tags, random)],
        aliases: [],
      },
      about: base.about.slice(0, 2),
      sections: [
        ...(message === null ? [] : [{ place: 'message' as const, lines: [message.text] }]),
        { place: 'answer', lines: lines.slice(0, 3).map(({ text }) => text) },
        { place: 'deepDive', lines: lines.slice(3).map(({ text }) => text) },
        { place: 'code', lines: [`const result = ${identifier}(request, options);`] },
      ],
    },
  };
}

/** So many items. The first of a larger corpus are those of a smaller one. */
export function makeItems(documents: readonly SearchDocument[], count: number, seed: number): MadeItem[] {
  const pool = poolOf(documents);
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => makeItem(index, pool, random));
}
