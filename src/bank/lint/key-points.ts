import type { Fault } from '../fault.ts';
import { countWords } from '../text.ts';
import { tierRank } from '../tier.ts';
import { faultAt, type LintBank, type Parsed, questions, type Rule } from './rule.ts';

/** 5 to 8 key points, 2 to 5 of them core, each an assertion of 5 to 20 words; a core one has a prompt and fits the tier. */
export const keyPoints: Rule = { name: 'key-points', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return questions(bank).flatMap((parsed) => [...checkCounts(parsed), ...checkPoints(parsed)]);
}

function checkCounts(parsed: Parsed<'question'>): Fault[] {
  const { keyPoints: points } = parsed.item;
  const core = points.filter(({ weight }) => weight === 'core').length;
  const line = parsed.lineOfKey(['keyPoints']);
  const faults: Fault[] = [];
  if (points.length < 5 || points.length > 8) {
    faults.push(faultAt(parsed, line, `There are ${points.length} key points`, 'Write 5 to 8; merge or drop a bonus.'));
  }
  if (core < 2 || core > 5) faults.push(faultAt(parsed, line, `${core} key points are core`, 'Mark 2 to 5 as core.'));
  return faults;
}

function checkPoints(parsed: Parsed<'question'>): Fault[] {
  const { keyPoints: points, tier } = parsed.item;
  return points.flatMap((point, i) => {
    const faults: Fault[] = [];
    const say = (key: string, what: string, remedy: string) =>
      faults.push(faultAt(parsed, parsed.lineOfKey(['keyPoints', i, key]), what, remedy));
    const words = countWords(point.text);
    if (words < 5 || words > 20) {
      say('text', `The key point "${point.id}" has ${words} words`, 'Write an assertion of 5 to 20 words.');
    }
    if (point.weight === 'core' && point.prompt === undefined) {
      say(
        'weight',
        `The core point "${point.id}" has no prompt`,
        'Write prompt: a question with this point as its one answer.',
      );
    }
    if (point.weight === 'core' && tierRank(point.from) > tierRank(tier)) {
      const remedy = `Write from: ${tier}, or make it a detail or bonus.`;
      say('from', `The core point "${point.id}" is expected from ${point.from}, above the question's ${tier}`, remedy);
    }
    if (point.prompt !== undefined && !/[?.]$/.test(point.prompt)) {
      say(
        'prompt',
        `The prompt of "${point.id}" is no sentence`,
        'Ask for one thing, and end with a question mark or full stop.',
      );
    }
    return faults;
  });
}
