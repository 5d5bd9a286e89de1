/** Stories as they are carried from device to device: a row each among the settings, the last writer wins. */
import { carriedKind, type CarriedRowOf } from '#review/carried-kind.ts';
import { STORY_PARTS, type Story } from './story.ts';

export type StoryRow = CarriedRowOf<'story:', Story>;

/** What is longer is no story that could be told. */
export const STORY_LIMITS = { title: 120, part: 4000, tags: 20, tag: 40, questions: 60 } as const;

const ITEM = /^[^#\s]{1,200}$/u;
const FIELDS: readonly string[] = ['title', ...STORY_PARTS, 'tags', 'questions'];

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isList(value: unknown, most: number, fits: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(fits);
}

function faultOfValue(value: Readonly<Record<string, unknown>>): string | null {
  const foreign = Object.keys(value).find((name) => !FIELDS.includes(name));
  if (foreign !== undefined) return `${foreign}: not known`;
  if (!isText(value['title'], STORY_LIMITS.title))
    return `title: must be a text of at most ${STORY_LIMITS.title} characters`;
  const part = STORY_PARTS.find((name) => !isText(value[name], STORY_LIMITS.part));
  if (part !== undefined) return `${part}: must be a text of at most ${STORY_LIMITS.part} characters`;
  if (!isList(value['tags'], STORY_LIMITS.tags, (tag) => isText(tag, STORY_LIMITS.tag)))
    return `tags: must be at most ${STORY_LIMITS.tags} texts of at most ${STORY_LIMITS.tag} characters`;
  const named = isList(value['questions'], STORY_LIMITS.questions, (id) => typeof id === 'string' && ITEM.test(id));
  return named ? null : `questions: must be at most ${STORY_LIMITS.questions} ids`;
}

/** The rows of stories, in the order of their titles. */
export const storyRows = carriedKind<'story:', Story>({
  prefix: 'story:',
  id: /^[\da-z-]{1,64}$/u,
  words: { noun: 'story', keyOf: 'a story', value: 'must be a story, or null' },
  faultOfValue,
  compare: (a, b) => a.title.localeCompare(b.title, 'en'),
});
