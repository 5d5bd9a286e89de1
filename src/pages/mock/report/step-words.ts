/** What a report says to do next, and where each of it leads. */
import type { NextStep } from '#mock/next-steps.ts';
import { RUBRIC } from '#mock/rubric.ts';
import { MOST_QUESTIONS, type MockSettings } from '#mock/settings.ts';
import { NO_FILTERS } from '#pages/library/filters.ts';
import { newSeed } from '#pages/mock/prepare.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import { countOf } from '#pages/parts/format.ts';
import { practiceAddress } from '#pages/practice/address.ts';
import { percent } from './words.ts';

export interface StepWords {
  readonly label: string;
  readonly why: string;
  /** Where it leads: to a place, or into a mock that starts. */
  readonly leads: { readonly to: string } | { readonly mock: MockSettings };
}

/** What a sentence may draw on. */
interface Around {
  readonly names: TopicNames;
  /** A mock like the one that was, with other questions, but for this. */
  readonly mock: (over: Partial<MockSettings>) => { readonly mock: MockSettings };
}

type StepOf<K extends NextStep['kind']> = Extract<NextStep, { kind: K }>;
type Words = { readonly [K in NextStep['kind']]: (step: StepOf<K>, around: Around) => StepWords };

function practise(items: StepOf<'practise'>['items']): StepWords['leads'] {
  return { to: practiceAddress({ ...NO_FILTERS, chosen: [...items] }) };
}

const WORDS: Words = {
  read: ({ item, title }) => ({ label: 'Read the one that went worst', why: title, leads: { to: `/q/${item}` } }),
  practise: ({ items, points }) => ({
    label: `Practise ${countOf(items.length, 'question')} aloud again`,
    why: `${countOf(points, 'core point')} of them ${points === 1 ? 'was' : 'were'} missing. Tomorrow’s review asks for them too.`,
    leads: practise(items),
  }),
  climb: ({ topic, domain, score }, { mock, names }) => ({
    label: `Climb ${names(domain)}`,
    why: `${percent(score)} in ${names(topic)}. A ladder finds the rung on which it ends.`,
    leads: mock({
      format: 'ladder',
      topics: { [domain]: 1 },
      tiers: {},
      kinds: [],
      length: { kind: 'count', count: 1 },
    }),
  }),
  recurring: ({ items, points }) => ({
    label: `Practise ${countOf(items.length, 'question')} that you keep missing`,
    why: `${countOf(points, 'point')} of earlier mocks, missed more than once.`,
    leads: practise(items),
  }),
  causes: ({ wrong }, { mock }) => ({
    label: 'Find more causes',
    why: `${countOf(wrong, 'cause')} taken for another.`,
    leads: mock({ format: 'cause', length: { kind: 'count', count: 5 } }),
  }),
  axis: ({ axis }, { mock }) => ({
    label: `Again, with an eye on ${RUBRIC[axis].name.toLowerCase()}`,
    why: RUBRIC[axis].anchors[2],
    leads: mock({}),
  }),
  rapid: ({ meanSeconds }, { mock }) => ({
    label: 'Rapid fire: a minute each',
    why: `Your answers took ${clockFace(meanSeconds * 1000)} on average.`,
    leads: mock({ format: 'rapid', grading: 'end', length: { kind: 'minutes', minutes: 15 } }),
  }),
  calibrate: ({ guessed, was }, { mock }) => ({
    label: 'Guess again in a short panel',
    why: `You believed you had said ${percent(guessed)} of the core; it was ${percent(was)}.`,
    leads: mock({ format: 'panel', length: { kind: 'count', count: 3 } }),
  }),
  harder: (_, { mock }) => ({
    label: 'Take a harder one',
    why: 'Little was weak here.',
    leads: mock({ tiers: { senior: 1, expert: 2 } }),
  }),
  another: (_, { mock }) => ({
    label: 'Another one like it',
    why: 'The same choices, other questions.',
    leads: mock({}),
  }),
  review: () => ({ label: 'Today’s review', why: 'What is due now, before more is asked.', leads: { to: '/' } }),
  fading: () => ({
    label: 'See what is fading',
    why: 'Progress shows what is solid and what is not.',
    leads: { to: '/progress' },
  }),
};

/** A next step in words, with where it leads. `settings` are those of the mock that was. */
export function stepInWords<K extends NextStep['kind']>(
  step: StepOf<K>,
  settings: MockSettings,
  names: TopicNames,
): StepWords {
  const { items } = settings;
  // Questions that were given have a number and no length.
  const length =
    items.length > 0 ? { kind: 'count' as const, count: Math.min(items.length, MOST_QUESTIONS) } : settings.length;
  const mock = (over: Partial<MockSettings>): { readonly mock: MockSettings } => ({
    mock: { ...settings, length, items: [], seed: newSeed(), ...over },
  });
  const words: Words[K] = WORDS[step.kind];
  return words(step, { names, mock });
}
