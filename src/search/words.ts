/** Text → words → terms. A word is what stands in the text; a term is what the index knows it by: lower case, no accents. */

/** Longer terms (hashes, encoded blobs) are cut: nobody types them to the end. */
const MOST_TERM = 48;
const NOT_ASCII = /[^\0-\u007f]/u;
const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u;

/** Of the ASCII signs: letters, digits, the underscore. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

const PLUS = 0x2b;
const HASH = 0x23;

/** How many units of the text at `at` belong to a word as one sign; 0 when none do. */
function wordSignAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD[code] ?? 0;
  // NaN, beyond the end, fails both comparisons.
  if (!(code >= 128)) return 0;
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return WORD_SIGN.test(sign) ? sign.length : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of a short name with signs in it that starts as a word does: `c++`, `c#`, `n+1`; else the word's own end. */
function endOfName(text: string, start: number, end: number): number {
  const next = text.charCodeAt(end);
  if (end - start > 2 || (next !== PLUS && next !== HASH)) return end;
  if (next === PLUS && isDigit(text.charCodeAt(end + 1))) return endOfDigits(text, end + 1);
  const signed = next === HASH ? end + 1 : text.charCodeAt(end + 1) === PLUS ? end + 2 : end;
  return wordSignAt(text, signed) === 0 ? signed : end;
}

/** Calls `visit` with the place of every word, `[start, end)` in UTF-16 units, first to last. Never throws. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    let step = wordSignAt(text, at);
    if (step === 0) {
      at += 1;
      continue;
    }
    const start = at;
    while (step > 0) {
      at += step;
      step = at < length ? wordSignAt(text, at) : 0;
    }
    at = endOfName(text, start, at);
    visit(start, at);
  }
}

/** The words of a text as they stand there. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** The term of a word, and the comparable form of any text: lower case, accents and ligatures undone. */
export function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss');
}

/** The term of one word, at most 48 units. */
export function termOf(word: string): string {
  return fold(word).slice(0, MOST_TERM);
}

const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** The terms inside an identifier: `timingSafeEqual` and `timing_safe_equal` give timing, safe, equal; a plain word none. */
export function partsOf(word: string): string[] {
  if (!/[a-z][A-Z]|_|[A-Z]{2}[a-z]/.test(word)) return [];
  const parts = (word.slice(0, 4 * MOST_TERM).match(PARTS) ?? []).filter((part) => part.length > 1);
  return parts.map((part) => part.toLowerCase().slice(0, MOST_TERM));
}

/** Terms that are too common in any text to tell one item from another. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could d did do does for from had has have he her his how i if in into is it its
  just ll may me more my no nor not of off on or our out over own re s she should so some such t than that the their them
  then there these they this those to too up us ve very was we were what when where which while who whom why will with
  would you your`.split(/\s+/u),
);

/** Whether a term is one of them. */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term);
}

/** Words of the sentence around what is asked: an item need not have them where others tell more. */
const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `about best between describe difference example examples explain get give happen happens help know make makes mean
  meaning means need please say show someone something tell time understand use used uses using versus vs want way work
  working works`.split(/\s+/u),
);

/** Whether a term is one of them. */
export function isLightWord(term: string): boolean {
  return LIGHT_WORDS.has(term);
}

/** The telling terms of a text in their order: what phrases are made of. */
export function sequenceOf(text: string): string[] {
  return wordsOf(text)
    .map(termOf)
    .filter((term) => term !== '' && !isStopWord(term));
}
