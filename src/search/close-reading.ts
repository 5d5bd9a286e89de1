/** How a document holds the words of a query: in its title, close together in one line, side by side. Read from its running text. */
import type { Query } from './query.ts';
import type { Wanted } from './recall.ts';
import { ASIDE, BODY, FIRST_TERM, LINE_END } from './running-text.ts';
import type { Segment } from './segment.ts';
import { sequenceOf } from './words.ts';

/** All shares are of what the words tell, 0 to 1. */
export interface Reading {
  /** In the title. */
  readonly title: number;
  /** In the piece of text that tells most; words far from each other count less. */
  readonly passage: number;
  /** Of the query's neighbours, how many stand in one row as they do in the query, 0 to 1. */
  readonly row: number;
  /** Of the lines of all sections, the one that tells most, counted from 0; null when none tells anything. */
  readonly line: number | null;
}

/** Which words of a query follow each other in it, by their places. */
export interface Neighbours {
  /** By word, a bit for each word that it follows. */
  readonly follows: Uint32Array;
  readonly count: number;
}

const MOST_WORDS = 32;
/** A word so many places away counts half. */
const HALF = 40;
const NEARNESS = Float64Array.from({ length: 128 }, (_, away) => HALF / (HALF + Math.max(0, away - 1)));
const FAR = 0.2;

/** The words of a query that follow each other in what was typed, line by line. */
export function neighboursIn({ text }: Query, wanted: readonly Wanted[]): Neighbours {
  const places = new Map(wanted.map(({ query }, place) => [query.text, place]));
  const follows = new Uint32Array(MOST_WORDS);
  let count = 0;
  for (const line of text.split('\n')) {
    const words = sequenceOf(line).map((term) => places.get(term));
    words.forEach((word, i) => {
      const before = words[i - 1];
      if (word === undefined || before === undefined) return;
      const bit = 1 << before;
      if (((follows[word] as number) & bit) === 0) count += 1;
      follows[word] = (follows[word] as number) | bit;
    });
  }
  return { follows, count };
}

/** Marks a token that stands for a word without being it: who quotes a text writes its own words. */
const STAND_IN = 128;

/** Above this a token has a second word that it stands for. */
const SECOND = 8;

/**
 * By token, the place of the word that it stands for and one, and of a second word where it is two in one; 0 for all else. A word
 * itself goes before what it may mean.
 */
function meaningsIn({ index }: Segment, at: number, wanted: readonly Wanted[]): Uint16Array {
  const meanings = new Uint16Array(index.starts.length + FIRST_TERM);
  const sure = new Set<number>();
  wanted.forEach(({ expansions }, word) => {
    for (const { term, factor, standIn, joined } of expansions[at] ?? []) {
      const token = term + FIRST_TERM;
      const first = meanings[token] as number;
      if (joined && first !== 0) meanings[token] = first | ((word + 1) << SECOND);
      if (factor === 1) sure.add(token);
      else if (first !== 0 || sure.has(token)) continue;
      meanings[token] = (word + 1) | (standIn ? STAND_IN : 0);
    }
  });
  return meanings;
}

/** Reads documents of one segment for one query. */
export class CloseReader {
  readonly #segment: Segment;
  readonly #meanings: Uint16Array;
  readonly #tells: Float64Array;
  readonly #all: number;
  readonly #neighbours: Neighbours;
  /** By word, the place where it was seen last. */
  readonly #seen = new Int32Array(MOST_WORDS);
  #lineStart = 0;
  #titled = 0;
  #passage = 0;
  /** Of the line at hand. */
  #told = 0;
  #line = 0;
  #bodyLine = -1;
  #bodyTold = 0;
  #isBody = false;
  #row = 0;
  #longestRow = 0;
  #lastWord = 0;
  #lastAt = 0;

  constructor(segment: Segment, at: number, wanted: readonly Wanted[], neighbours: Neighbours) {
    this.#segment = segment;
    this.#meanings = meaningsIn(segment, at, wanted);
    this.#tells = Float64Array.from(wanted, ({ idf }) => idf);
    this.#all = this.#tells.reduce((sum, tells) => sum + tells, 0) || 1;
    this.#neighbours = neighbours;
  }

  /** Tokens that a document takes to read. */
  lengthOf(document: number): number {
    const { textStarts } = this.#segment.index;
    return (textStarts[document + 1] as number) - (textStarts[document] as number);
  }

  read(document: number): Reading {
    const { texts, textStarts } = this.#segment.index;
    const meanings = this.#meanings;
    const end = textStarts[document + 1] as number;
    this.#begin();
    let place = 1;
    let aside = false;
    for (let at = textStarts[document] as number; at < end; at += 1) {
      const token = texts[at] as number;
      if (token === LINE_END) this.#endLine(place);
      else if (token === ASIDE) aside = !aside;
      else if (token === BODY) this.#beginBody();
      else {
        if (!aside) place += 1;
        const meaning = meanings[token] as number;
        if (meaning > 0) this.#mean(meaning, place);
      }
    }
    return this.#reading();
  }

  #begin(): void {
    this.#seen.fill(0);
    this.#lineStart = 0;
    this.#told = 0;
    this.#line = 0;
    this.#bodyLine = -1;
    this.#bodyTold = 0;
    this.#isBody = false;
    this.#titled = 0;
    this.#passage = 0;
    this.#row = 0;
    this.#longestRow = 0;
    this.#lastAt = 0;
  }

  #beginBody(): void {
    this.#isBody = true;
    this.#line = 0;
  }

  #endLine(place: number): void {
    if (this.#line === 0 && !this.#isBody) this.#titled = this.#heldSince(0);
    if (this.#isBody && this.#told > this.#bodyTold) {
      this.#bodyLine = this.#line;
      this.#bodyTold = this.#told;
    }
    if (this.#told > this.#passage) this.#passage = this.#told;
    this.#told = 0;
    this.#line += 1;
    this.#lineStart = place;
  }

  /** What the words seen after a place tell. */
  #heldSince(place: number): number {
    let sum = 0;
    for (let word = 0; word < this.#tells.length; word += 1) {
      if ((this.#seen[word] as number) > place) sum += this.#tells[word] as number;
    }
    return sum;
  }

  #take(word: number, place: number, itself: boolean): void {
    if (itself) this.#countRow(word, place);
    this.#seen[word] = place;
    let sum = 0;
    for (let other = 0; other < this.#tells.length; other += 1) {
      const seen = this.#seen[other] as number;
      if (seen > this.#lineStart) sum += (this.#tells[other] as number) * (NEARNESS[place - seen] ?? FAR);
    }
    if (sum > this.#told) this.#told = sum;
  }

  #mean(meaning: number, place: number): void {
    const word = meaning & (STAND_IN - 1);
    const second = meaning >> SECOND;
    this.#take(word - 1, place, (meaning & STAND_IN) === 0);
    if (second > 0) this.#take(second - 1, place, false);
  }

  #countRow(word: number, place: number): void {
    const away = place - this.#lastAt;
    const isNext = away <= 1 && this.#lastAt > this.#lineStart;
    const follows = ((this.#neighbours.follows[word] as number) & (1 << this.#lastWord)) !== 0;
    // An identifier and its parts stand in one place: a part that does not follow breaks no row.
    if (isNext && follows) this.#row += 1;
    else if (away !== 0) this.#row = 0;
    if (this.#row > this.#longestRow) this.#longestRow = this.#row;
    this.#lastWord = word;
    this.#lastAt = place;
  }

  #reading(): Reading {
    const { count } = this.#neighbours;
    return {
      title: this.#titled / this.#all,
      passage: this.#passage / this.#all,
      row: count === 0 ? 0 : Math.min(1, this.#longestRow / count),
      line: this.#bodyLine < 0 ? null : this.#bodyLine,
    };
  }
}
