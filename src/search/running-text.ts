/**
 * What stands in a document in its order: the telling terms of each line, as tokens. It tells which words are neighbours,
 * which share a line, and which are in the title, at two bytes a word.
 */

/** Ends a line; the first line of a document is its title. */
export const LINE_END = 0;
/** Begins and ends an aside: the parts of the identifier before it, which take no place of their own. */
export const ASIDE = 1;
/** Stands before the first line of the sections: before it are the title and all other names of the document. */
export const BODY = 2;
/** From here on the lines belong to a field of so much: this and the field's number. A document begins with its title, 0. */
export const FIRST_FIELD = 3;
export const FIELDS = 4;
/** The token of a term is its number and this. */
export const FIRST_TERM = FIRST_FIELD + FIELDS;

export type Tokens = Uint16Array | Uint32Array;

/** Tokens take two bytes while that is enough. */
export function tokensArray(length: number, terms: number): Tokens {
  return terms + FIRST_TERM <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Whether the tokens follow each other from a place on, asides apart. */
function followAt(texts: Tokens, from: number, end: number, phrase: readonly number[]): boolean {
  let wanted = 0;
  let aside = false;
  for (let at = from; at < end && wanted < phrase.length; at += 1) {
    const token = texts[at] as number;
    if (token === ASIDE) aside = !aside;
    else if (!aside && token !== phrase[wanted]) return false;
    else if (!aside) wanted += 1;
  }
  return wanted === phrase.length;
}

/** Whether a phrase, given as tokens, stands in `texts[start, end)`, in one line. */
export function holdsPhrase(texts: Tokens, start: number, end: number, phrase: readonly number[]): boolean {
  const [first] = phrase;
  let aside = false;
  for (let at = start; at < end; at += 1) {
    const token = texts[at] as number;
    if (token === ASIDE) aside = !aside;
    else if (!aside && token === first && followAt(texts, at, end, phrase)) return true;
  }
  return false;
}
