/** Technologies whose names are plain English too: when a word of a description means the technology. */

/** A word where it stands. */
export interface PlacedWord {
  /** Lower case, without a plural s. */
  readonly word: string;
  readonly written: string;
  /** What stands between it and the word before it; the beginning of the text counts as a new line. */
  readonly gap: string;
}

/** `go to market`, `the rest of`: beside these words it is not meant. */
interface Veto {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const AMBIGUOUS: ReadonlyMap<string, Veto> = new Map<string, Veto>([
  ['go', { after: /^(?:to|beyond|live|the|above|through|into|deep|over|further|ahead|for|far|getter)$/u }],
  ['rest', { after: /^(?:of|assured|easy|is|day)$/u }],
  ['c', { before: /^(?:series|serie|vitamin|class|plan|grade)$/u, after: /^(?:level|suite)$/u }],
  [
    'spring',
    { before: /^(?:this|next|last|early|late)$/u, after: /^(?:\d+|cohort|break|intake|term|semester|season)$/u },
  ],
  ['express', { after: /^(?:yourself|your|ideas?|interest|opinion)$/u }],
  ['react', { after: /^(?:to|quickly|fast|well|calmly)$/u }],
  ['embedded', { after: /^(?:in|within|into|across|with)$/u }],
  ['elastic', { after: /^(?:scaling|beanstalk|compute|ip|load|container|file|team)$/u }],
  ['unity', { after: /^(?:of|in|among)$/u }],
  ['node', { before: /^(?:each|every|per|a|the|cluster|worker|single)$/u }],
  ['ml', { before: /^\d+$/u }],
  ...['swift', 'dart', 'flask', 'rail', 'spark', 'helm', 'rust', 'electron', 'lambda', 'bun', 'soap', 'dash'].map(
    (word) => [word, {}] as const,
  ),
]);

/** Abbreviations: only in capitals are they names. */
const CAPITALS: ReadonlySet<string> = new Set(['rest', 'soap', 'ml']);

/** What follows a technology's name and nothing else. */
const TECHNICAL =
  /^(?:developer|engineer|engineering|programmer|framework|language|programming|service|microservice|api|apis|app|application|boot|mvc|cloud|code|codebase|backend|frontend|stack|module|component|hook|chart|function|job|system|software|firmware|linux|\d+(?:\.\d+)*)$/u;

const BEGINS = /(?:[.!?:]\s+|\n[\s•*-]*)$/u;
const LISTED = /^\s*[,/;|&+()·•]\s*$/u;

type IsTechnology = (word: string) => boolean;

const EDGE: PlacedWord = { word: '', written: '', gap: '\n' };

/** The word at a place; an empty one beyond the first and the last. */
function wordAt(words: readonly PlacedWord[], place: number): PlacedWord {
  return words[place] ?? EDGE;
}

function isVetoed(words: readonly PlacedWord[], at: number): boolean {
  const { before, after } = AMBIGUOUS.get(wordAt(words, at).word) ?? {};
  const isBeside = (pattern: RegExp | undefined, place: number): boolean =>
    pattern?.test(wordAt(words, place).word) === true && !/[.!?\n]/u.test(wordAt(words, Math.max(at, place)).gap);
  return isBeside(before, at - 1) || isBeside(after, at + 1);
}

/** Whether the word stands in a list, or is joined by "and" or "or", with another technology. */
function isBesideOne(words: readonly PlacedWord[], at: number, isTechnology: IsTechnology): boolean {
  const isOne = (place: number): boolean => isTechnology(wordAt(words, place).word) && !isVetoed(words, place);
  const isListed = (place: number): boolean => LISTED.test(wordAt(words, place).gap);
  const isJoined = (place: number): boolean => /^(?:and|or)$/u.test(wordAt(words, place).word);
  const beside = [
    isListed(at) && at - 1,
    isListed(at + 1) && at + 1,
    isJoined(at - 1) && at - 2,
    isJoined(at + 1) && at + 2,
  ];
  return beside.some((place) => place !== false && isOne(place));
}

/** Whether it is written as a name where a plain word would not be: in the middle of a sentence, or alone on its line. */
function isNamed(words: readonly PlacedWord[], at: number): boolean {
  const { word, written, gap } = wordAt(words, at);
  if (CAPITALS.has(word)) return written === written.toUpperCase();
  if (!/\p{Lu}/u.test(written)) return false;
  return !BEGINS.test(gap) || (gap.includes('\n') && wordAt(words, at + 1).gap.includes('\n'));
}

/** Whether a word, taken alone, stands for what it names. A word that is no plain English always does. */
export function isMeant(words: readonly PlacedWord[], at: number, isTechnology: IsTechnology): boolean {
  if (!AMBIGUOUS.has(wordAt(words, at).word)) return true;
  if (isVetoed(words, at)) return false;
  const next = wordAt(words, at + 1);
  const isPart = TECHNICAL.test(next.word) && !/[,;.\n]/u.test(next.gap);
  return isPart || isBesideOne(words, at, isTechnology) || isNamed(words, at);
}
