/** Knows where words stand together, so that a query can be left out that has more than one right answer. */
import { eachWord, termOf } from '#search/words.ts';
import type { MadeItem } from './search-corpus.ts';

interface Places {
  /** By term, the lines that hold it, ascending. */
  readonly lines: Map<string, number[]>;
  /** By line, its item. */
  readonly items: number[];
}

export interface Oracle {
  readonly titles: Places;
  readonly texts: Places;
}

function placesOf(items: readonly MadeItem[], linesIn: (item: MadeItem) => readonly string[]): Places {
  const places: Places = { lines: new Map(), items: [] };
  items.forEach((item, at) => {
    for (const text of linesIn(item)) {
      const line = places.items.push(at) - 1;
      eachWord(text, (start, end) => {
        const term = termOf(text.slice(start, end));
        const known = places.lines.get(term);
        if (!known) places.lines.set(term, [line]);
        else if (known.at(-1) !== line) known.push(line);
      });
    }
  });
  return places;
}

/** Looks through all items once. */
export function oracleOf(items: readonly MadeItem[]): Oracle {
  return {
    titles: placesOf(items, ({ title }) => [title.text]),
    texts: placesOf(items, ({ lines }) => lines.map(({ text }) => text)),
  };
}

/** How many items hold all the words in one line; `open`: the last of them is only the beginning of a word. */
export function countHolding({ lines, items }: Places, words: readonly string[], open: boolean): number {
  const terms = words.map(termOf);
  const begun = open ? terms.pop() : undefined;
  const sets = terms.map((term) => new Set(lines.get(term)));
  if (begun !== undefined) {
    const meant = [...lines.keys()].filter((term) => term.startsWith(begun));
    sets.push(new Set(meant.flatMap((term) => lines.get(term) ?? [])));
  }
  const [first = new Set<number>(), ...others] = sets.toSorted((a, b) => a.size - b.size);
  const together = [...first].filter((line) => others.every((set) => set.has(line)));
  return new Set(together.map((line) => items[line])).size;
}
