/** Documents → the packed index. */
import type { Place, SearchDocument, SearchEntry } from './document.ts';
import { Growing } from './growing.ts';
import { masksOf, type PackedIndex } from './packed.ts';
import { postingsOf } from './postings.ts';
import { ASIDE, BODY, FIRST_FIELD, FIRST_TERM, LINE_END, tokensArray, type Tokens } from './running-text.ts';
import { eachWord, isStopWord, partsOf, termOf } from './words.ts';

const TITLE = 0;
const NAMES = 1;
const FIRST = 2;
const REST = 3;

const FIRST_PLACES: ReadonlySet<Place> = new Set<Place>(['answer', 'keyPoint', 'phrase', 'stage', 'note', 'row']);

function fieldOf(place: Place): number {
  if (place === 'message') return NAMES;
  return FIRST_PLACES.has(place) ? FIRST : REST;
}

/** Takes documents one after another and gives the index of them all. */
export class IndexBuilder {
  readonly #entries: SearchEntry[] = [];
  readonly #terms = new Map<string, number>();
  /** By word as written: its term and those of its parts; none for a stop word. */
  readonly #words = new Map<string, readonly number[]>();
  readonly #textStarts = new Growing(Uint32Array);
  readonly #texts = new Growing(Uint32Array);
  #field = TITLE;

  get documents(): number {
    return this.#entries.length;
  }

  /** Adds a document; its id must be new. */
  add({ entry, about, sections }: SearchDocument): void {
    this.#textStarts.push(this.#texts.length);
    this.#field = TITLE;
    this.#read(entry.title, TITLE);
    for (const name of [...entry.tags, ...entry.aliases]) this.#read(name, NAMES);
    for (const line of about) this.#read(line, FIRST);
    this.#texts.push(BODY);
    for (const { place, lines } of sections) {
      const field = fieldOf(place);
      for (const line of lines) this.#read(line, field);
    }
    this.#entries.push(entry);
  }

  #read(text: string, field: number): void {
    if (field !== this.#field) this.#texts.push(FIRST_FIELD + field);
    this.#field = field;
    eachWord(text, (start, end) => this.#write(this.#know(text.slice(start, end))));
    this.#texts.push(LINE_END);
  }

  #write([whole, ...parts]: readonly number[]): void {
    if (whole === undefined) return;
    this.#texts.push(whole + FIRST_TERM);
    if (parts.length === 0) return;
    this.#texts.push(ASIDE);
    for (const part of parts) this.#texts.push(part + FIRST_TERM);
    this.#texts.push(ASIDE);
  }

  /** The terms of a word: worked out when it is first met. */
  #know(word: string): readonly number[] {
    const known = this.#words.get(word);
    if (known) return known;
    const whole = termOf(word);
    const terms =
      whole === '' || isStopWord(whole) ? [] : [whole, ...partsOf(word).filter((part) => !isStopWord(part))];
    const fresh = [...new Set(terms)].map((term) => this.#idOf(term));
    this.#words.set(word, fresh);
    return fresh;
  }

  #idOf(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    this.#terms.set(term, this.#terms.size);
    return this.#terms.size - 1;
  }

  /** The index of everything that was added. The builder is spent. */
  finish(): PackedIndex {
    this.#textStarts.push(this.#texts.length);
    return indexOf([...this.#terms.keys()], this.#texts.view(), this.#textStarts.view().slice(), this.#entries);
  }
}

/** The running text with the terms' places in the sorted vocabulary. */
function sortTexts(loose: Uint32Array, rank: Uint32Array): Tokens {
  const texts = tokensArray(loose.length, rank.length);
  for (let i = 0; i < loose.length; i += 1) {
    const token = loose[i] as number;
    texts[i] = token < FIRST_TERM ? token : (rank[token - FIRST_TERM] as number) + FIRST_TERM;
  }
  return texts;
}

function packTerms(sorted: readonly string[]): Pick<PackedIndex, 'chars' | 'starts'> {
  const starts = new Uint32Array(sorted.length + 1);
  let units = 0;
  sorted.forEach((term, i) => {
    units += term.length;
    starts[i + 1] = units;
  });
  const chars = new Uint16Array(units);
  sorted.forEach((term, i) => {
    for (let at = 0; at < term.length; at += 1) chars[(starts[i] ?? 0) + at] = term.charCodeAt(at);
  });
  return { chars, starts };
}

/**
 * The index of running texts whose tokens stand for terms in any order. Every token is below the number of terms and
 * `FIRST_TERM`; `textStarts` has one number more than there are entries.
 */
export function indexOf(
  terms: readonly string[],
  loose: Uint32Array,
  textStarts: Uint32Array,
  entries: readonly SearchEntry[],
): PackedIndex {
  const order = terms.map((_, term) => term).sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1));
  const rank = new Uint32Array(terms.length);
  order.forEach((term, place) => {
    rank[term] = place;
  });
  const texts = sortTexts(loose, rank);
  const { chars, starts } = packTerms(order.map((term) => terms[term] ?? ''));
  const postings = postingsOf(texts, textStarts, terms.length);
  return { entries, chars, starts, masks: masksOf(chars, starts), ...postings, textStarts, texts };
}

/** The index of some documents. */
export function buildIndex(documents: Iterable<SearchDocument>): PackedIndex {
  const builder = new IndexBuilder();
  for (const document of documents) builder.add(document);
  return builder.finish();
}
