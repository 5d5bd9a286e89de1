/** Four axes on an anchored scale: what each step sounds like, so that two people mean the same by it. */
import type { Axis, AxisStep } from '#review/mock-record.ts';

export const STEP_NAMES: Readonly<Record<AxisStep, string>> = { 0: 'Strong no', 1: 'No', 2: 'Yes', 3: 'Strong yes' };

export interface AxisRubric {
  readonly name: string;
  readonly asks: string;
  /** What an interviewer hears at each step, from strong no to strong yes. */
  readonly anchors: readonly [string, string, string, string];
}

export const RUBRIC: Readonly<Record<Axis, AxisRubric>> = {
  structure: {
    name: 'Structure',
    asks: 'Could one follow where the answer was going?',
    anchors: [
      'Began anywhere and came to no end; the listener had to sort it.',
      'Had the parts, in the order in which they came to mind.',
      'Said the answer first, then the parts in order, then stopped.',
      'Named the shape before filling it, kept to it, and closed with what follows from it.',
    ],
  },
  correctness: {
    name: 'Correctness',
    asks: 'Was what was said true?',
    anchors: [
      'The core was wrong, and said with confidence.',
      'The core was right, but a claim beside it was not, or it was guessed.',
      'All that mattered was right; what was not known was called so.',
      'Right to the edge, with the cases in which the rule does not hold.',
    ],
  },
  depth: {
    name: 'Depth',
    asks: 'How far below the surface did it go?',
    anchors: [
      'Words without a mechanism.',
      'The mechanism, but no reason why it is so.',
      'The mechanism, why it is so, and one cost of it.',
      'Causes, costs and what it does in production, from own experience or numbers.',
    ],
  },
  communication: {
    name: 'Communication',
    asks: 'Would one want to work out a problem with this person?',
    anchors: [
      'Hard to listen to: mumbled, rushed, or talked past the question.',
      'Clear in parts; filler, jargon or one long breath in others.',
      'Calm and plain, with an example where one was needed.',
      'Plain words for hard things, checked that the listener was along, took the hint when given one.',
    ],
  },
};
