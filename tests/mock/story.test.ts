/** What a story lacks, and which stories fit a question. */
import { describe, expect, test } from 'vitest';
import { gapsOf, newStory, storiesFor, tagsIn, STORY_PARTS, type StoryId } from '#mock/story.ts';
import { STORY_LIMITS, storyRows } from '#mock/story-row.ts';
import { deviceId, itemId } from '../support/builders.ts';
import { story } from './stories.ts';

describe('what a story lacks', () => {
  test('nothing, when it is all there', () => {
    expect(gapsOf(story())).toEqual([]);
  });

  test('every part, when nothing is written, in the order of telling and without a word about numbers', () => {
    const empty = newStory('s-new' as StoryId);
    expect(gapsOf(empty)).toEqual(STORY_PARTS.map((part) => ({ kind: 'empty', part })));
    expect(gapsOf({ ...empty, task: '  \n' })).toHaveLength(5);
  });

  test.each([
    ['It went well and everybody was happy.', true],
    ['It became faster for one person.', true],
    ['Latency fell by 40 %.', false],
    ['Support calls halved.', false],
    ['It took twice the load.', false],
    ['Three teams use it.', false],
  ])('a number in the result: "%s" lacks one: %s', (result, lacks) => {
    expect(gapsOf(story({ result })).some(({ kind }) => kind === 'noNumber')).toBe(lacks);
  });

  test.each([
    ['We built it and we shipped it.', true],
    ['Our team decided to wait.', true],
    ['We were stuck, so I asked the vendor.', false],
    ['We met; my part was the schema.', false],
    ["We met and I'd drawn the schema.", false],
    ['Wrote the parser, tested it, shipped it.', false],
    ['We went into AI and it was we who did.', true],
  ])('"we" without "I" in the action: "%s" says only we: %s', (action, only) => {
    expect(gapsOf(story({ action })).some(({ kind }) => kind === 'onlyWe')).toBe(only);
  });

  test('a setting that is longer than what was done and what came of it, unless all of it is short', () => {
    const long = 'word '.repeat(60);
    expect(gapsOf(story({ situation: long }))).toEqual([{ kind: 'longSetting' }]);
    expect(gapsOf(story({ situation: long, action: `I did ${long}` }))).toEqual([]);
    expect(gapsOf(story({ action: 'I did.', result: '5 %' }))).toEqual([]);
    expect(gapsOf(story({ situation: long, action: '', result: '' })).map(({ kind }) => kind)).toEqual([
      'empty',
      'empty',
    ]);
  });
});

describe('stories for a question', () => {
  const put = story({ id: 's-put' as StoryId, title: 'Put', questions: [itemId('q-conflict')] });
  const two = story({ id: 's-two' as StoryId, title: 'Two', tags: ['Team-Work', 'Code review'] });
  const one = story({ id: 's-one' as StoryId, title: 'One', tags: ['teamwork', 'code_review'] });
  const none = story({ id: 's-none' as StoryId, title: 'None', tags: ['failure'] });

  test('those that were put beside it come first, then by what they share; what shares nothing is left out', () => {
    const asked = { item: itemId('q-conflict'), tags: ['team-work', 'code-review'] };
    expect(storiesFor([none, one, two, put], asked).map(({ title }) => title)).toEqual(['Put', 'Two', 'One']);
    expect(storiesFor([none], asked)).toEqual([]);
  });

  test('tags are parted by commas, and each is taken once', () => {
    expect(tagsIn(' Conflict, code review ,, Code-Review,conflict')).toEqual(['Conflict', 'code review']);
    expect(tagsIn('')).toEqual([]);
  });
});

describe('the row of a story', () => {
  const stamp = { atMs: 5, device: deviceId(1) };
  const { id: _, ...value } = story();
  const row = (over: Record<string, unknown>): unknown => ({ ...storyRows.row(story().id, story(), stamp), ...over });

  test('is sound as it is made, and when it says that the story was removed', () => {
    expect(storyRows.parse(storyRows.row(story().id, story(), stamp)).ok).toBe(true);
    expect(storyRows.parse(storyRows.row(story().id, null, stamp)).ok).toBe(true);
  });

  test.each([
    ['a foreign key', { key: 'campaign:s-one' }],
    ['a key that is a path', { key: 'story:../x' }],
    ['a field that no story has', { value: { ...value, mood: 'good' } }],
    ['a missing part', { value: { ...value, action: undefined } }],
    ['a part that is too long', { value: { ...value, action: 'x'.repeat(STORY_LIMITS.part + 1) } }],
    ['a title that is too long', { value: { ...value, title: 'x'.repeat(STORY_LIMITS.title + 1) } }],
    ['tags that are no texts', { value: { ...value, tags: [1] } }],
    ['too many tags', { value: { ...value, tags: Array<string>(STORY_LIMITS.tags + 1).fill('a') } }],
    ['a question that is no id', { value: { ...value, questions: ['a b'] } }],
    ['a list', { value: [] }],
    ['a text', { value: 'once upon a time' }],
    ['a time that is none', { atMs: -1 }],
    ['a device that is none', { device: 'phone' }],
    ['a field that no row has', { colour: 'red' }],
  ])('is refused with %s', (_what, over) => {
    expect(storyRows.parse(row(over))).toMatchObject({ ok: false, why: expect.any(String) });
  });

  test('anything that is no object is refused in words', () => {
    for (const odd of [null, undefined, 7, 'story', []]) expect(storyRows.parse(odd).ok).toBe(false);
  });
});
