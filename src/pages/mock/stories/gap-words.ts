/** The parts of a story by name, and what to do about what it lacks. */
import type { StoryGap, StoryPart } from '#mock/story.ts';

export const PART_WORDS: Readonly<Record<StoryPart, { readonly name: string; readonly ask: string }>> = {
  situation: { name: 'Situation', ask: 'Where and when, in two sentences; only what the listener needs.' },
  task: { name: 'Task', ask: 'What you, yourself, had to do, and what was at stake.' },
  action: { name: 'Action', ask: 'What you did, step by step, and why so. The longest part.' },
  result: { name: 'Result', ask: 'What came of it: a number, compared with before.' },
  learnt: { name: 'What I learnt', ask: 'What you have done differently since.' },
};

/** One sentence for a gap. */
export function gapInWords(gap: StoryGap): string {
  switch (gap.kind) {
    case 'empty':
      return `${PART_WORDS[gap.part].name} is empty.`;
    case 'noNumber':
      return 'The result has no number. How many, how much, how fast, and compared with what?';
    case 'onlyWe':
      return 'The action says “we” and never “I”. What was your own part?';
    case 'longSetting':
      return 'Situation and task take more words than action and result. Cut the beginning.';
  }
}
