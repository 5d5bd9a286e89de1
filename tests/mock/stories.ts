/** A story that is ready to be told; a test says what it cares about. */
import type { Story, StoryId } from '#mock/story.ts';

export function story(over: Partial<Story> = {}): Story {
  return {
    id: 's-one' as StoryId,
    title: 'The invoice that was a cent off',
    situation: 'Our billing lost a cent on long invoices, in the week before the audit.',
    task: 'I was to find out why, and to mend it without stopping the run.',
    action: 'I recalculated 2,000 invoices, found the rounding, and shipped it behind a flag.',
    result: 'All 37 wrong invoices were right on Friday, and the audit had no finding.',
    learnt: 'To test money with real data first.',
    tags: [],
    questions: [],
    ...over,
  };
}
