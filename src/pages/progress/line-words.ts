/** Encouragement in words: nothing that was not counted. */
import { countOf } from '#pages/parts/format.ts';
import type { TrueLine } from '#progress/true-line.ts';

/** `7 questions became solid this week.` */
export function lineInWords(line: TrueLine): string {
  switch (line.kind) {
    case 'solid':
      return `${countOf(line.count, 'question')} became solid in the last seven days.`;
    case 'recalled':
      return `${line.hits} of ${countOf(line.of, 'card')} that came back in the last seven days, you still knew.`;
    case 'streak':
      return `${countOf(line.days, 'day')} in a row${line.longest ? ', your longest run so far' : ''}.`;
    case 'firsts':
      return `${countOf(line.count, 'question')} met for the first time in the last seven days.`;
    case 'more':
      return `${countOf(line.count, 'answer')} in the last seven days; in the seven before it were ${line.before}.`;
    case 'back':
      return `Back after ${countOf(line.days, 'day')}. What you knew is still counted, and today has begun.`;
  }
}
