/** Documents → the packed index. BM25+ by field, with fixed lengths to compare with, so that two indexes weigh alike. */
import type { Place, SearchDocument, SearchEntry } from './document.ts';
import { Growing } from './growing.ts';
import { idsArray, masksOf, type PackedIndex } from './packed.ts';
import { ASIDE, BODY, FIRST_TERM, LINE_END, tokensArray, type Tokens } from './running-text.ts';
import { eachWord, isStopWord, partsOf, termOf } from './words.ts';

/** Fields by weight: the title; names (tags, aliases, messages); what is said first; all the rest. */
const TITLE = 0;
const NAMES = 1;
const FIRST = 2;
const REST = 3;
const FIELDS = 4;
const BOOSTS = [6, 4, 2, 1] as const;
/** Words that such a field usually has. */
const USUAL = [8, 15, 150, 700] as const;

const K1 = 1.2;
const B = 0.7;
const DELTA = 0.5;
/** Weight per unit of a posting's byte: the most that a term can weigh (in every field, many times) is a little under 38. */
const SCALE = 255 / 38;

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
  readonly #postingTerms = new Growing(Uint32Array);
  readonly #postingDocs = new Growing(Uint32Array);
  readonly #postingWeights = new Growing(Uint8Array);
  readonly #textStarts = new Growing(Uint32Array);
  readonly #texts = new Growing(Uint32Array);
  /** Of the document at hand: its terms, and by term how often it stands in each field. */
  #found: number[] = [];
  #counts = new Uint16Array(FIELDS * 4096);
  #lengths = [0, 0, 0, 0];

  get documents(): number {
    return this.#entries.length;
  }

  /** Adds a document; its id must be new. */
  add({ entry, about, sections }: SearchDocument): void {
    this.#found = [];
    this.#lengths = [0, 0, 0, 0];
    this.#textStarts.push(this.#texts.length);
    this.#read(entry.title, TITLE);
    for (const name of [...entry.tags, ...entry.aliases]) this.#read(name, NAMES);
    for (const line of about) this.#read(line, FIRST);
    this.#texts.push(BODY);
    for (const { place, lines } of sections) {
      const field = fieldOf(place);
      for (const line of lines) this.#read(line, field);
    }
    this.#close();
    this.#entries.push(entry);
  }

  #read(text: string, field: number): void {
    eachWord(text, (start, end) => {
      const terms = this.#know(text.slice(start, end));
      for (const term of terms) this.#count(term, field);
      this.#lengths[field] = (this.#lengths[field] ?? 0) + 1;
      this.#write(terms);
    });
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

  #count(term: number, field: number): void {
    const base = term * FIELDS;
    const { [base]: a = 0, [base + 1]: b = 0, [base + 2]: c = 0, [base + 3]: d = 0 } = this.#counts;
    if (a + b + c + d === 0) this.#found.push(term);
    this.#counts[base + field] = Math.min(1000, (this.#counts[base + field] ?? 0) + 1);
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
    const id = this.#terms.size;
    this.#terms.set(term, id);
    if ((id + 1) * FIELDS > this.#counts.length) {
      const larger = new Uint16Array(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    return id;
  }

  /** Turns the counts of the document at hand into postings. */
  #close(): void {
    const scales = this.#lengths.map((length, field) => K1 * (1 - B + (B * length) / (USUAL[field] ?? 1)));
    const document = this.#entries.length;
    for (const term of this.#found) {
      let weight = 0;
      for (let field = 0; field < FIELDS; field += 1) {
        const count = this.#counts[term * FIELDS + field] ?? 0;
        if (count > 0) weight += (BOOSTS[field] ?? 1) * (((K1 + 1) * count) / ((scales[field] ?? K1) + count) + DELTA);
        this.#counts[term * FIELDS + field] = 0;
      }
      this.#postingTerms.push(term);
      this.#postingDocs.push(document);
      this.#postingWeights.push(Math.max(1, Math.min(255, Math.round(weight * SCALE))));
    }
  }

  /** The index of everything that was added. The builder is spent. */
  finish(): PackedIndex {
    const sorted = [...this.#terms.keys()].sort();
    const rank = new Uint32Array(sorted.length);
    sorted.forEach((term, i) => {
      rank[this.#terms.get(term) ?? 0] = i;
    });
    this.#textStarts.push(this.#texts.length);
    const { chars, starts } = packTerms(sorted);
    return {
      entries: this.#entries,
      chars,
      starts,
      masks: masksOf(chars, starts),
      ...this.#sortPostings(rank),
      textStarts: this.#textStarts.view().slice(),
      texts: this.#sortTexts(rank),
    };
  }

  /** The running text with the terms' places in the sorted vocabulary. */
  #sortTexts(rank: Uint32Array): Tokens {
    const loose = this.#texts.view();
    const texts = tokensArray(loose.length, rank.length);
    for (let i = 0; i < loose.length; i += 1) {
      const token = loose[i] as number;
      texts[i] = token < FIRST_TERM ? token : (rank[token - FIRST_TERM] as number) + FIRST_TERM;
    }
    return texts;
  }

  /** Postings by term; documents came in ascending order and stay so. */
  #sortPostings(rank: Uint32Array): Pick<PackedIndex, 'offsets' | 'ids' | 'weights'> {
    const terms = this.#postingTerms.view();
    const documents = this.#postingDocs.view();
    const loose = this.#postingWeights.view();
    const offsets = offsetsOf(terms, rank);
    const next = offsets.slice();
    const ids = idsArray(terms.length, this.#entries.length);
    const weights = new Uint8Array(terms.length);
    for (let i = 0; i < terms.length; i += 1) {
      const term = rank[terms[i] as number] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      ids[at] = documents[i] as number;
      weights[at] = loose[i] as number;
    }
    return { offsets, ids, weights };
  }
}

/** Where the postings of each term begin once they are sorted. */
function offsetsOf(terms: Uint32Array, rank: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(rank.length + 1);
  for (const term of terms) {
    const at = (rank[term] as number) + 1;
    offsets[at] = (offsets[at] as number) + 1;
  }
  for (let i = 1; i < offsets.length; i += 1) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  return offsets;
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

/** The index of some documents. */
export function buildIndex(documents: Iterable<SearchDocument>): PackedIndex {
  const builder = new IndexBuilder();
  for (const document of documents) builder.add(document);
  return builder.finish();
}
