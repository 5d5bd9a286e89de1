/** What the set-up of a mock says. */
import type { QuestionKind } from '#bank/item.ts';
import { TIERS, type Tier } from '#bank/tier.ts';
import type { DrawNote } from '#mock/drawn.ts';
import type { MockFormat, MockSettings, Weights } from '#mock/settings.ts';
import type { TopicNames } from '#pages/parts/topic-names.ts';
import { countOf } from '#pages/parts/format.ts';

export interface FormatWords {
  readonly name: string;
  readonly about: string;
}

export const FORMATS: Readonly<Record<MockFormat, FormatWords>> = {
  panel: {
    name: 'Panel',
    about: 'Across topics and tiers, what you are weak in more often, with follow-ups on what you left out.',
  },
  ladder: { name: 'Tier ladder', about: 'A topic climbs until two rungs fail, with follow-ups on what you left out.' },
  rapid: { name: 'Rapid fire', about: 'Short questions, a minute each.' },
  deep: { name: 'Deep dive', about: 'One design question, 35 minutes in phases, then its follow-ups.' },
  cause: { name: 'Find the cause', about: 'An error or a listing. What helps, and what only looks as if it did?' },
  behavioural: { name: 'Behavioural', about: 'Stories of your own, told as situation, task, action, result.' },
};

export const KIND_NAMES: Readonly<Record<QuestionKind, string>> = {
  concept: 'Concept',
  design: 'Design',
  debug: 'Debugging',
  code: 'Code',
  behavioural: 'Behavioural',
};

export type Level = 'any' | 'junior' | 'mid' | 'senior' | 'staff';

/** Most questions from the level's own tier, some from its neighbours. */
export const LEVELS: Readonly<Record<Level, { readonly name: string; readonly tiers: Weights<Tier> }>> = {
  any: { name: 'Any', tiers: {} },
  junior: { name: 'Junior', tiers: { foundational: 3, mid: 1 } },
  mid: { name: 'Mid', tiers: { foundational: 1, mid: 3, senior: 1 } },
  senior: { name: 'Senior', tiers: { mid: 1, senior: 3, expert: 1 } },
  staff: { name: 'Staff', tiers: { senior: 1, expert: 2 } },
};

/** The level whose mix this is; null for a mix of its own, as an interview may bring. */
export function levelOf(tiers: Weights<Tier>): Level | null {
  const isMix = (level: Level): boolean => TIERS.every((tier) => LEVELS[level].tiers[tier] === tiers[tier]);
  return (Object.keys(LEVELS) as Level[]).find(isMix) ?? null;
}

/** A note of the draw as a sentence. */
export function noteInWords(note: DrawNote, names: TopicNames): string {
  switch (note.kind) {
    case 'fewer':
      return note.got === 0
        ? 'The bank has no question of this. Widen the topics, the level or the kinds.'
        : `The bank has ${note.got} of this where ${note.wanted} would fit. The mock is shorter.`;
    case 'repeats':
      return `${countOf(note.count, 'question')} of your last mocks will come again: there is nothing else of this.`;
    case 'offMix':
      return `${countOf(note.count, 'question')} will be of another tier or topic than the mix asks for.`;
    case 'noTopic':
      return `Nothing on ${names(note.topic)} fits that was not asked lately: other topics take its place.`;
    case 'noTier':
      return `No ${note.tier} question fits that was not asked lately: other tiers take its place.`;
    case 'noRung':
      return `No ${note.tier} question on ${names(note.topic)}: the ladder steps over that rung.`;
  }
}

/** `Panel, 30 minutes`, `Tier ladder on Webhooks / Security, 2 topics`. */
export function settingsInWords(
  { format, length, topics, items }: Pick<MockSettings, 'format' | 'length' | 'topics' | 'items'>,
  names: TopicNames,
): string {
  const chosen = Object.keys(topics).filter((name) => topics[name] !== 0);
  const on = chosen.length === 0 || chosen.length > 2 ? '' : ` on ${chosen.map(names).join(' and ')}`;
  return `${FORMATS[format].name}${on}, ${longInWords(format, length, items.length)}`;
}

/** Questions that were given have a number and no length. */
function longInWords(format: MockFormat, length: MockSettings['length'], given: number): string {
  if (given > 0) return countOf(given, 'question');
  if (length.kind === 'minutes') return countOf(length.minutes, 'minute');
  return countOf(length.count, format === 'ladder' ? 'topic' : 'question');
}

const PARTS: Readonly<Record<keyof MockSettings, string>> = {
  format: 'the format',
  role: 'the role',
  topics: 'the topics',
  tiers: 'the level',
  kinds: 'the kinds',
  length: 'the length',
  grading: 'the grading',
  draw: 'the draw',
  seed: 'the seed',
  items: 'the questions',
};
/** Names from outside are told as far as one reads. */
const TOLD_NAMES = 3;
const TOLD_SIGNS = 60;

/** What of a link cannot be used: parts that could not be read, and topics that this bank does not have. */
export function linkTroubleInWords(
  unread: readonly (keyof MockSettings)[],
  strangeTopics: readonly string[],
): string | undefined {
  const told = strangeTopics.slice(0, TOLD_NAMES).map((name) => `“${name.slice(0, TOLD_SIGNS)}”`);
  const more = strangeTopics.length - told.length;
  const parts = [
    ...(unread.length > 0
      ? [
          `Not all of this link could be read: ${unread.map((name) => PARTS[name]).join(', ')}. That part is left out here.`,
        ]
      : []),
    ...(strangeTopics.length > 0
      ? [`Your bank has no topic ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}, so nothing of it is asked.`]
      : []),
  ];
  if (parts.length === 0) return undefined;
  return [...parts, 'If two people are to get the same interview, ask for the link again.'].join(' ');
}
