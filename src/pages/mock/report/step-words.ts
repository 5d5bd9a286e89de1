/** What a report says to do next, and where each of it leads. */
import { mockQuery } from '#mock/link.ts';
import type { NextStep } from '#mock/next-steps.ts';
import { RUBRIC } from '#mock/rubric.ts';
import type { MockSettings } from '#mock/settings.ts';
import { NO_FILTERS } from '#pages/library/filters.ts';
import { newSeed } from '#pages/mock/prepare.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import type { TopicNames } from '#pages/mock/topic-names.ts';
import { countOf } from '#pages/parts/format.ts';
import { practiceAddress } from '#pages/practice/address.ts';
import { percent } from './words.ts';

export interface StepWords {
  readonly label: string;
  readonly why: string;
  readonly to: string;
}

/** What a sentence may draw on. */
interface Around {
  readonly settings: MockSettings;
  readonly names: TopicNames;
  /** The address of a mock like the one that was, but for this. */
  readonly mock: (over: Partial<MockSettings>) => string;
}

type StepOf<K extends NextStep['kind']> = Extract<NextStep, { kind: K }>;
type Words = { readonly [K in NextStep['kind']]: (step: StepOf<K>, around: Around) => StepWords };

function practise(items: StepOf<'practise'>['items']): string {
  return practiceAddress({ ...NO_FILTERS, chosen: [...items] });
}

const WORDS: Words = {
  read: ({ item, title }) => ({ label: 'Read the one that went worst', why: title, to: `/q/${item}` }),
  practise: ({ items, points }) => ({
    label: `Practise ${countOf(items.length, 'question')} aloud again`,
    why: `${countOf(points, 'core point')} of them ${points === 1 ? 'was' : 'were'} missing. Tomorrow’s review asks for them too.`,
    to: practise(items),
  }),
  climb: ({ topic, domain, score }, { mock, names }) => ({
    label: `Climb ${names(domain)}`,
    why: `${percent(score)} in ${names(topic)}. A ladder finds the rung on which it ends.`,
    to: mock({
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
    to: practise(items),
  }),
  causes: ({ wrong }, { mock }) => ({
    label: 'Find more causes',
    why: `${countOf(wrong, 'cause')} taken for another.`,
    to: mock({ format: 'cause', length: { kind: 'count', count: 5 } }),
  }),
  axis: ({ axis }, { mock }) => ({
    label: `Again, with an eye on ${RUBRIC[axis].name.toLowerCase()}`,
    why: RUBRIC[axis].anchors[2],
    to: mock({}),
  }),
  rapid: ({ meanSeconds }, { mock }) => ({
    label: 'Rapid fire: a minute each',
    why: `Your answers took ${clockFace(meanSeconds * 1000)} on average.`,
    to: mock({ format: 'rapid', grading: 'end', length: { kind: 'minutes', minutes: 15 } }),
  }),
  calibrate: ({ guessed, was }, { mock }) => ({
    label: 'Guess again in a short panel',
    why: `You believed to have said ${percent(guessed)} of the core; it was ${percent(was)}.`,
    to: mock({ format: 'panel', length: { kind: 'count', count: 3 } }),
  }),
  harder: (_, { mock }) => ({
    label: 'Take a harder one',
    why: 'Little was weak here.',
    to: mock({ tiers: { senior: 1, expert: 2 } }),
  }),
  another: (_, { mock, settings: { items } }) => ({
    label: 'Another one like it',
    why: 'The same choices, other questions.',
    to: mock(items.length > 0 ? { length: { kind: 'count', count: items.length } } : {}),
  }),
  review: () => ({ label: 'Today’s review', why: 'What is due now, before more is asked.', to: '/' }),
  fading: () => ({
    label: 'See what is fading',
    why: 'Progress shows what is solid and what is not.',
    to: '/progress',
  }),
};

/** A next step as a link with its reason. `settings` are those of the mock that was. */
export function stepInWords<K extends NextStep['kind']>(
  step: StepOf<K>,
  settings: MockSettings,
  names: TopicNames,
): StepWords {
  const mock = (over: Partial<MockSettings>): string =>
    `/mock?${mockQuery({ ...settings, items: [], seed: newSeed(), ...over })}`;
  const words: Words[K] = WORDS[step.kind];
  return words(step, { settings, names, mock });
}
