import type { Fault } from '../fault.ts';
import { faultAt, type LintBank, ofKind, type Parsed, questions, type Rule } from './rule.ts';

/** A question has 2 to 4 follow-ups; each asks something, and says where the answer is. */
export const followUps: Rule = { name: 'follow-ups', level: 'error', check };

function check(bank: LintBank): Fault[] {
  const counts = questions(bank).flatMap((parsed) => {
    const count = parsed.item.followUps.length;
    if (count >= 2 && count <= 4) return [];
    return faultAt(parsed, parsed.lineOfKey(['followUps']), `There are ${count} follow-ups`, 'Write 2 to 4.');
  });
  return [...counts, ...[...questions(bank), ...ofKind(bank, 'error')].flatMap(checkEach)];
}

function checkEach(parsed: Parsed<'question'> | Parsed<'error'>): Fault[] {
  return parsed.item.followUps.flatMap(({ ask, points, see, answer }, i) => {
    const faults: Fault[] = [];
    const line = parsed.lineOfKey(['followUps', i]);
    if (!/[?.]$/.test(ask))
      faults.push(faultAt(parsed, line, 'The follow-up does not end as a sentence', 'Write ? or a full stop.'));
    if (points.length === 0 && see.length === 0 && answer === undefined) {
      faults.push(
        faultAt(parsed, line, 'The follow-up has no answer', 'Write points: [ids], see: [ids] or answer: a sentence.'),
      );
    }
    return faults;
  });
}
