/** A text as terms: runs of up to four words, each by the one name that it is looked up by. */
import { isMeant, type PlacedWord } from './job-guard.ts';
import { SKILLS, SYNONYMS } from './job-words.ts';

const LONGEST_TERM = 4;

const WORD = /\.?[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[./-](?=[\p{L}\p{N}]))*/gu;

function wordsOf(text: string): PlacedWord[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const gap = end === 0 ? `\n${text.slice(0, index)}` : text.slice(end, index);
    end = index + written.length;
    return { word: singular(written.toLowerCase()), written, gap };
  });
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

const isSkill = (word: string): boolean => SKILL_TERMS.has(CANONICAL.get(word) ?? word);

/** A term as people write it: as it stands in the text, or by the proper name of what was written in small letters. */
function nameOf(term: string, written: string): string {
  return /\p{Lu}/u.test(written) ? written : (SKILL_TERMS.get(term) ?? written);
}

/** Each term of up to four words, with what it stands for; a word that is plain English as well counts only as a name. */
export function* termsIn(text: string): Generator<{ readonly term: string; readonly written: string }> {
  const words = wordsOf(text).flatMap(splitCompound);
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= LONGEST_TERM && start + length <= words.length; length += 1) {
      if (length === 1 && !isMeant(words, start, isSkill)) continue;
      const run = words.slice(start, start + length);
      const term = run.map(({ word }) => word).join(' ');
      const means = CANONICAL.get(term) ?? term;
      yield { term: means, written: nameOf(means, run.map(({ written }) => written).join(' ')) };
    }
  }
}

/** "CI/CD" and "on-call" are known as such; "React/Redux" is two words. */
function splitCompound(whole: PlacedWord): PlacedWord[] {
  if (SKILL_TERMS.has(whole.word) || CANONICAL.has(whole.word) || !/[/-]/u.test(whole.word)) return [whole];
  const parts = whole.written.split(/(?<=[/-])/u);
  return parts.flatMap((part, index) => {
    const [first, ...rest] = wordsOf(part.replace(/[/-]$/u, ''));
    const gap = index === 0 ? whole.gap : (parts[index - 1]?.at(-1) ?? '');
    return first ? [{ ...first, gap }, ...rest] : [];
  });
}
