/** Running text → postings: which documents have a term, and what it says about each. BM25+ by field, with fixed lengths to
 * compare with, so that two indexes weigh alike. */
import { Growing } from './growing.ts';
import { idsArray, type PackedIndex } from './packed.ts';
import { ASIDE, FIELDS, FIRST_FIELD, FIRST_TERM, type Tokens } from './running-text.ts';

/** By field: the title; names (tags, aliases, messages); what is said first; all the rest. */
const BOOSTS = [6, 4, 2, 1] as const;
/** Telling words that such a field usually has. */
const USUAL = [5, 10, 90, 420] as const;

const K1 = 1.2;
const B = 0.7;
const DELTA = 0.5;
/** Weight per unit of a posting's byte: the most that a term can weigh (in every field, many times) is a little under 38. */
const SCALE = 255 / 38;

class Counter {
  /** Of the document at hand: by term how often it stands in each field, and which terms it has. */
  readonly #counts: Uint16Array;
  #found: number[] = [];
  readonly #lengths = new Float64Array(FIELDS);
  /** By term: the last document that has it, counted from 1. */
  readonly #seen: Uint32Array;
  readonly #terms = new Growing(Uint32Array);
  readonly #documents = new Growing(Uint32Array);
  readonly #weights = new Growing(Uint8Array);

  constructor(terms: number) {
    this.#counts = new Uint16Array(terms * FIELDS);
    this.#seen = new Uint32Array(terms);
  }

  /** Takes the tokens of one document. All words of a bank go through here when the app is first opened: nothing but numbers. */
  take(texts: Tokens, start: number, end: number, document: number): void {
    const counts = this.#counts;
    const seen = this.#seen;
    const lengths = this.#lengths;
    const found = this.#found;
    let field = 0;
    let aside = false;
    for (let at = start; at < end; at += 1) {
      const token = texts[at] as number;
      if (token === ASIDE) aside = !aside;
      else if (token >= FIRST_TERM) {
        const term = token - FIRST_TERM;
        if (seen[term] !== document + 1) found.push(term);
        seen[term] = document + 1;
        const place = term * FIELDS + field;
        counts[place] = Math.min(1000, (counts[place] as number) + 1);
        if (!aside) lengths[field] = (lengths[field] as number) + 1;
      } else if (token >= FIRST_FIELD) field = token - FIRST_FIELD;
    }
    this.#close(document);
  }

  #close(document: number): void {
    const scales = this.#lengths.map((length, field) => K1 * (1 - B + (B * length) / (USUAL[field] ?? 1)));
    for (const term of this.#found) {
      let weight = 0;
      for (let field = 0; field < FIELDS; field += 1) {
        const count = this.#counts[term * FIELDS + field] ?? 0;
        if (count > 0) weight += (BOOSTS[field] ?? 1) * (((K1 + 1) * count) / ((scales[field] ?? K1) + count) + DELTA);
        this.#counts[term * FIELDS + field] = 0;
      }
      this.#terms.push(term);
      this.#documents.push(document);
      this.#weights.push(Math.max(1, Math.min(255, Math.round(weight * SCALE))));
    }
    this.#found = [];
    this.#lengths.fill(0);
  }

  /** By term; documents came in ascending order and stay so. */
  sorted(terms: number, count: number): Pick<PackedIndex, 'offsets' | 'ids' | 'weights'> {
    const loose = this.#terms.view();
    const documents = this.#documents.view();
    const looseWeights = this.#weights.view();
    const offsets = offsetsOf(loose, terms);
    const next = offsets.slice();
    const ids = idsArray(loose.length, count);
    const weights = new Uint8Array(loose.length);
    for (let i = 0; i < loose.length; i += 1) {
      const term = loose[i] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      ids[at] = documents[i] as number;
      weights[at] = looseWeights[i] as number;
    }
    return { offsets, ids, weights };
  }
}

/** Where the postings of each term begin once they are sorted. */
function offsetsOf(loose: Uint32Array, terms: number): Uint32Array {
  const offsets = new Uint32Array(terms + 1);
  for (const term of loose) offsets[term + 1] = (offsets[term + 1] as number) + 1;
  for (let i = 1; i < offsets.length; i += 1) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  return offsets;
}

/** The postings of so many terms; every token is one of them, or a sign of the running text. */
export function postingsOf(
  texts: Tokens,
  textStarts: Uint32Array,
  terms: number,
): Pick<PackedIndex, 'offsets' | 'ids' | 'weights'> {
  const counter = new Counter(terms);
  const documents = textStarts.length - 1;
  for (let document = 0; document < documents; document += 1) {
    counter.take(texts, textStarts[document] as number, textStarts[document + 1] as number, document);
  }
  return counter.sorted(terms, documents);
}
