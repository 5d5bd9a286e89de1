/**
 * Reads one JSON object as its text arrives, member by member, and lists among its members element by element. The whole text
 * is never held, and no piece of it is longer or deeper than the limits allow: a hostile file ends early instead of filling
 * the memory. Each piece goes through `JSON.parse`; this file only finds where pieces begin and end.
 */

import { endOfPiece, skipBlanks, type PieceEnd } from './json-piece.ts';

export interface ScanLimits {
  /** Longest member or element, in UTF-16 units. */
  readonly pieceLength: number;
  /** How deep a member or element may nest; 1 is a flat object. */
  readonly depth: number;
}

export type ScanFault =
  /** It begins as something else. */
  | { readonly kind: 'notObject' }
  | { readonly kind: 'syntax'; readonly where: string; readonly why: string }
  | { readonly kind: 'truncated'; readonly where: string }
  | { readonly kind: 'tooBig'; readonly where: string; readonly why: string };

/** What becomes of the pieces. A fault that it returns ends the scan. */
export interface ScanSink<F> {
  /** Names of the members whose elements, if they are lists, are delivered one by one. */
  readonly lists: ReadonlySet<string>;
  readonly onList: (name: string) => F | null;
  readonly onMember: (name: string, value: unknown) => F | null;
  readonly onElement: (name: string, index: number, value: unknown) => F | null;
}

type State =
  | 'start'
  | 'firstKey'
  | 'key'
  | 'colon'
  | 'value'
  | 'afterMember'
  | 'firstElement'
  | 'element'
  | 'afterElement'
  | 'end';

/** Which sign leads where. Whatever else stands in a place is a piece, or wrong. */
const SIGNS: Readonly<Partial<Record<State, Readonly<Record<string, State>>>>> = {
  start: { '{': 'firstKey' },
  firstKey: { '}': 'end' },
  colon: { ':': 'value' },
  afterMember: { ',': 'key', '}': 'end' },
  firstElement: { ']': 'afterMember' },
  afterElement: { ',': 'element', ']': 'afterMember' },
};

type PieceKind = 'name' | 'value' | 'element';
const PIECES: Readonly<Partial<Record<State, PieceKind>>> = {
  firstKey: 'name',
  key: 'name',
  value: 'value',
  firstElement: 'element',
  element: 'element',
};

const PLACES: Readonly<Record<State, 'between' | 'member' | 'element' | 'end'>> = {
  start: 'between',
  firstKey: 'between',
  key: 'between',
  colon: 'member',
  value: 'member',
  afterMember: 'between',
  firstElement: 'element',
  element: 'element',
  afterElement: 'element',
  end: 'end',
};

export class JsonScanner<F> {
  readonly #sink: ScanSink<F>;
  readonly #limits: ScanLimits;
  #text = '';
  #at = 0;
  #begun = false;
  #state: State = 'start';
  #name = '';
  #index = 0;
  #fault: ScanFault | F | null = null;

  constructor(sink: ScanSink<F>, limits: ScanLimits) {
    this.#sink = sink;
    this.#limits = limits;
  }

  /** Takes the next part of the text, of any length. Returns the first fault, then and for ever after. Never throws. */
  push(text: string): ScanFault | F | null {
    if (this.#fault !== null) return this.#fault;
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#skipMark();
    this.#fault = this.#run();
    return this.#fault;
  }

  /** Says that the text is complete. */
  end(): ScanFault | F | null {
    if (this.#fault === null && this.#state !== 'end') this.#fault = { kind: 'truncated', where: this.#where() };
    return this.#fault;
  }

  /** A byte-order mark, as some editors leave it. */
  #skipMark(): void {
    if (this.#begun || this.#text === '') return;
    this.#begun = true;
    if (this.#text.startsWith('\uFEFF')) this.#at = 1;
  }

  #run(): ScanFault | F | null {
    for (;;) {
      this.#at = skipBlanks(this.#text, this.#at);
      if (this.#at >= this.#text.length) return null;
      const sign = SIGNS[this.#state]?.[this.#text.charAt(this.#at)];
      if (sign !== undefined) {
        this.#at += 1;
        this.#state = sign;
        continue;
      }
      const went = this.#takePiece();
      if (went === 'waiting') return null;
      if (went !== 'taken') return went;
    }
  }

  #takePiece(): 'taken' | 'waiting' | ScanFault | F {
    const kind = PIECES[this.#state];
    if (kind === undefined) return this.#wrongSign();
    if (kind === 'value' && this.#text.charAt(this.#at) === '[' && this.#sink.lists.has(this.#name)) {
      return this.#enterList() ?? 'taken';
    }
    const end = endOfPiece(this.#text, this.#at, this.#limits.depth);
    const text = this.#text.slice(this.#at, typeof end === 'number' ? end : undefined);
    const tooBig = this.#tooBig(end, text);
    if (tooBig) return tooBig;
    if (typeof end !== 'number') return 'waiting';
    this.#at = end;
    return this.#deliver(kind, text) ?? 'taken';
  }

  #tooBig(end: PieceEnd, text: string): ScanFault | null {
    const deep = end === 'tooDeep';
    if (!deep && text.length <= this.#limits.pieceLength) return null;
    return { kind: 'tooBig', where: this.#where(), why: `it is ${deep ? 'deeper' : 'longer'} than anything real` };
  }

  #enterList(): F | null {
    this.#at += 1;
    this.#index = 0;
    this.#state = 'firstElement';
    return this.#sink.onList(this.#name);
  }

  #deliver(kind: PieceKind, text: string): ScanFault | F | null {
    const parsed = parsePiece(text);
    if (!parsed.ok) return { kind: 'syntax', where: this.#where(), why: parsed.why };
    const { value } = parsed;
    if (kind === 'name') {
      if (typeof value !== 'string')
        return { kind: 'syntax', where: this.#where(), why: 'a name in quotes is missing' };
      this.#name = value;
      this.#state = 'colon';
      return null;
    }
    if (kind === 'value') {
      this.#state = 'afterMember';
      return this.#sink.onMember(this.#name, value);
    }
    const index = this.#index;
    this.#index += 1;
    this.#state = 'afterElement';
    return this.#sink.onElement(this.#name, index, value);
  }

  #wrongSign(): ScanFault {
    if (this.#state === 'start') return { kind: 'notObject' };
    const why = `unexpected ${JSON.stringify(this.#text.charAt(this.#at))}`;
    return { kind: 'syntax', where: this.#where(), why };
  }

  #where(): string {
    switch (PLACES[this.#state]) {
      case 'member':
        return this.#name;
      case 'element':
        return `${this.#name}[${this.#index}]`;
      case 'end':
        return 'the end';
      case 'between':
        return this.#name === '' ? 'the beginning' : `after ${this.#name}`;
    }
  }
}

function parsePiece(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
