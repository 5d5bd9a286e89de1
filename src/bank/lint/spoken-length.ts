import type { Fault } from '../fault.ts';
import { countWords, linesOf } from '../text.ts';
import { faultAt, type LintBank, questions, type Rule } from './rule.ts';

const WORDS_PER_MINUTE = 150;

/** The answer takes the seconds it says, within a quarter; it is 60 to 190 words of paragraphs and nothing else. */
export const spokenLength: Rule = { name: 'spoken-length', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return questions(bank).flatMap((parsed) => {
    const { answer, seconds } = parsed.item;
    const line = parsed.lineOfBlock(answer[0]);
    const words = countWords(linesOf(answer).join(' '));
    const spoken = Math.round((words * 60) / WORDS_PER_MINUTE);
    const faults: Fault[] = [];
    if (words < 60 || words > 190) {
      faults.push(faultAt(parsed, line, `The spoken answer has ${words} words`, 'Write 60 to 190 words.'));
    }
    if (spoken < seconds * 0.75 || spoken > seconds * 1.25) {
      const remedy = `Write seconds: ${Math.round(spoken / 5) * 5}, or change the answer.`;
      const what = `The ${words} words of the answer take ${spoken} s, not ${seconds}`;
      faults.push(faultAt(parsed, parsed.lineOfKey(['seconds']), what, remedy));
    }
    for (const block of answer) {
      if (block.t === 'p') continue;
      const remedy = 'Keep the spoken answer to paragraphs; move the rest into a section.';
      faults.push(faultAt(parsed, parsed.lineOfBlock(block), 'The spoken answer holds more than paragraphs', remedy));
    }
    return faults;
  });
}
