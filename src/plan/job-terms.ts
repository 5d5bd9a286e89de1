/** A text as terms: runs of up to four words, each by the one name that it is looked up by. */
import { SKILLS, SYNONYMS } from './job-words.ts';

const LONGEST_TERM = 4;

interface Word {
  /** Lower case, without a plural s. */
  readonly word: string;
  readonly written: string;
}

function wordsOf(text: string): Word[] {
  const found = text.match(/\.?[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[./-](?=[\p{L}\p{N}]))*/gu) ?? [];
  return found.map((written) => ({ word: singular(written.toLowerCase()), written }));
}

/** Ends in s, and is no plural of what is left without it. */
const NO_PLURAL: ReadonlySet<string> = new Set(['https']);

function singular(word: string): string {
  if (NO_PLURAL.has(word)) return word;
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** A phrase as a term: its words in lower case, without plurals. */
export function termOf(phrase: string): string {
  return wordsOf(phrase)
    .map(({ word }) => word)
    .join(' ');
}

const CANONICAL = new Map(Object.entries(SYNONYMS).map(([name, means]) => [termOf(name), termOf(means)]));
/** Term → the skill as people write it. */
export const SKILL_TERMS: ReadonlyMap<string, string> = new Map(SKILLS.map((skill) => [termOf(skill), skill]));

/** Each term of up to four words, with what it stands for. */
export function* termsIn(text: string): Generator<{ readonly term: string; readonly written: string }> {
  const words = wordsOf(text).flatMap(splitCompound);
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= LONGEST_TERM && start + length <= words.length; length += 1) {
      const run = words.slice(start, start + length);
      const term = run.map(({ word }) => word).join(' ');
      yield { term: CANONICAL.get(term) ?? term, written: run.map(({ written }) => written).join(' ') };
    }
  }
}

/** "CI/CD" and "on-call" are known as such; "React/Redux" is two words. */
function splitCompound(whole: Word): Word[] {
  if (SKILL_TERMS.has(whole.word) || CANONICAL.has(whole.word) || !/[/-]/u.test(whole.word)) return [whole];
  return whole.written.split(/[/-]/u).flatMap(wordsOf);
}
