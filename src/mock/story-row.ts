/** Stories as they are carried from device to device: a row each among the settings, the last writer wins. */
import type { DeviceId } from '#review/ids.ts';
import { faultOfStamp } from '#review/setting-row.ts';
import { STORY_PARTS, type Story, type StoryId } from './story.ts';

export const STORY_PREFIX = 'story:';

export interface StoryRow {
  readonly key: `story:${string}`;
  /** Null once it was removed: a removal travels too. */
  readonly value: Omit<Story, 'id'> | null;
  readonly atMs: number;
  readonly device: DeviceId;
}

export type ParsedStory = { readonly ok: true; readonly row: StoryRow } | { readonly ok: false; readonly why: string };

/** What is longer is no story that could be told. */
export const STORY_LIMITS = { title: 120, part: 4000, tags: 20, tag: 40, questions: 60 } as const;

const KEY = /^story:[\da-z-]{1,64}$/u;
const ITEM = /^[^#\s]{1,200}$/u;
const FIELDS: readonly string[] = ['title', ...STORY_PARTS, 'tags', 'questions'];

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isList(value: unknown, most: number, fits: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(fits);
}

function faultOfValue(value: Record<string, unknown>): string | null {
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

function faultOf(row: object): string | null {
  const { key, value } = row as Partial<Record<keyof StoryRow, unknown>>;
  if (!KEY.test(String(key))) return 'key: not the key of a story';
  if (value === null) return faultOfStamp(row);
  if (typeof value !== 'object' || Array.isArray(value)) return 'value: must be a story, or null';
  return faultOfValue(value as Record<string, unknown>) ?? faultOfStamp(row);
}

/** Checks a stored or imported row of a story: key, lengths, time and device. Never throws. */
export function parseStory(row: unknown): ParsedStory {
  const why = typeof row === 'object' && row !== null ? faultOf(row) : 'story: must be an object';
  return why === null ? { ok: true, row: row as StoryRow } : { ok: false, why };
}

/** The row that stores a story; without one, the row that says that it was removed. */
export function storyRow(id: StoryId, story: Story | null, stamp: Pick<StoryRow, 'atMs' | 'device'>): StoryRow {
  if (!story) return { key: `${STORY_PREFIX}${id}`, value: null, ...stamp };
  const { id: _, ...value } = story;
  return { key: `${STORY_PREFIX}${id}`, value, ...stamp };
}

/** The stories of some rows by title; what is damaged or was removed is left out. */
export function storiesFrom(rows: readonly unknown[]): Story[] {
  const stories = rows.flatMap((row): Story[] => {
    const parsed = parseStory(row);
    if (!parsed.ok || !parsed.row.value) return [];
    return [{ id: parsed.row.key.slice(STORY_PREFIX.length) as StoryId, ...parsed.row.value }];
  });
  return stories.sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}
