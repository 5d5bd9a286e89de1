/** The published JSON Schema and the reader are two descriptions of one format: here they are held against each other. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import { BACKUP_LIMITS } from '#exchange/backup-schema.ts';
import type { CampaignId } from '#plan/campaign.ts';
import { campaignRows } from '#plan/campaign-row.ts';
import type { StoryId } from '#mock/story.ts';
import { storyRows } from '#mock/story-row.ts';
import { DEFAULT_PARAMETERS } from '#memory/scheduler.ts';
import { pastWeightsRow } from '#review/past-weights.ts';
import { ownRows } from '#review/own-question.ts';
import { LAST_MOMENT_MS, STUDY_DAYS } from '#review/bounds.ts';
import { parseSetting } from '#review/setting-row.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { hostileLog, realisticLog } from '../support/arbitrary-logs.ts';
import { arbitrarySettings, setting } from '../support/arbitrary-settings.ts';
import { story } from '../mock/stories.ts';
import { campaign } from '../plan/campaigns.ts';
import { ownQuestion } from '../support/item-builders.ts';
import { deviceId, eventBase, eventId, itemId, reviewed, studyDay } from '../support/builders.ts';
import { FULL_RECORD } from '../support/mock-records.ts';

interface JsonSchema {
  readonly [name: string]: unknown;
}

const schema = JSON.parse(
  readFileSync(new URL('../../public/schema/backup-v1.json', import.meta.url), 'utf8'),
) as JsonSchema;
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: false });
const validate = ajv.compile<unknown>(schema);

const INTERVIEW = campaign({
  tiers: { mid: 1, senior: 0.5 },
  topics: { 'web/http': 1, api: 0.5 },
  emphasis: { 'q-one': 2 } as never,
  retention: 0.93,
  restWeekdays: [6, 7],
  restDates: [studyDay(205)],
  asked: [
    { item: 'q-one' as never, text: 'What is a webhook?', went: 'badly' },
    { item: null, text: 'Something else', went: 'well' },
  ],
});

const OWN = ownQuestion();
const STORY = story({ tags: ['conflict'], questions: ['q-one' as never] });

const backup = makeBackup({
  nowMs: Date.UTC(2026, 10, 22, 9),
  device: deviceId(1),
  settings: [
    setting('newPerDay', 5),
    setting('desiredRetention', 0.85),
    setting('theme', 'paper'),
    setting('topicRetention', { web: 0.8, 'web/http': 0.95 }),
    campaignRows.row(INTERVIEW.id, INTERVIEW, { atMs: 5, device: deviceId(1) }),
    campaignRows.row('gone' as CampaignId, null, { atMs: 5, device: deviceId(1) }),
    storyRows.row(STORY.id, STORY, { atMs: 5, device: deviceId(1) }),
    storyRows.row('s-gone' as StoryId, null, { atMs: 5, device: deviceId(1) }),
    pastWeightsRow({ atMs: 5, weights: DEFAULT_PARAMETERS.weights, note: 'Learnt' }, deviceId(1)),
    ownRows.row(OWN.id, OWN, { atMs: 5, device: deviceId(1) }),
    ownRows.row(itemId('own-0f'), null, { atMs: 5, device: deviceId(1) }),
  ],
  events: [
    reviewed(1, { points: [{ id: 'c1' as never, hit: false, due: { kind: 'days', days: 1 } }] }),
    reviewed(2, { due: { kind: 'minutes', minutes: 10 }, grade: 1, proposed: null }),
    { ...eventBase(3), type: 'voided', target: eventId(2) },
    { ...eventBase(4), type: 'suspended', card: reviewed(1).card, on: true },
    { ...eventBase(5), type: 'buried', card: reviewed(1).card, untilDay: 20_800 as never },
    { ...eventBase(6), type: 'reset', card: reviewed(1).card },
    { ...eventBase(7), type: 'flagged', on: false },
    { ...eventBase(8), type: 'noted', text: '' },
    reviewed(9),
    { ...eventBase(11), type: 'rescheduled', days: [{ card: reviewed(1).card, day: 20_790 as never }] },
    reviewed(12, { guess: 'sure' }),
    { ...eventBase(13), type: 'split', card: reviewed(1).card, points: ['c1' as never] },
    { ...eventBase(14), type: 'split', card: reviewed(1).card, points: ['c1' as never], days: 3 },
    { ...eventBase(10, 'mock:1'), type: 'mockFinished', mock: FULL_RECORD },
  ],
});

test('the schema is a sound schema of draft 2020-12', () => {
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('every file that the app writes is valid', () => {
  fc.assert(
    fc.property(fc.oneof(hostileLog, realisticLog), arbitrarySettings, (events, settings) => {
      const made = makeBackup({ nowMs: 1, device: deviceId(2), settings, events });
      expect(validate(JSON.parse(JSON.stringify(made))), JSON.stringify(validate.errors)).toBe(true);
    }),
  );
});

type Path = readonly (string | number)[];

/** Every place in a JSON value, the value itself left out. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const inner = names.flatMap((name) => placesIn((value as Record<string, unknown>)[name], [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

/** Small files with one entry each, since each change is read whole; and every place that is worth changing in them. */
function placesInParts(): { whole: unknown; path: Path }[] {
  const bare = { ...backup, settings: [], events: [], cards: [] };
  const parts: readonly unknown[] = [
    ...backup.settings.map((row) => ({ ...bare, settings: [row] })),
    ...backup.events.map((event) => ({ ...bare, events: [event] })),
    { ...bare, cards: backup.cards.slice(0, 1) },
  ].map((part): unknown => JSON.parse(JSON.stringify(part)));
  const inParts = parts.flatMap((whole) =>
    placesIn(whole)
      // What the numbers of a card should be is computed from the events, so the reader looks at their types alone.
      .filter((path) => path.length > 1 && !(path[0] === 'cards' && path.length > 2))
      .map((path) => ({ whole, path })),
  );
  const head = placesIn(bare).map((path) => ({ whole: bare, path }));
  return [...head, ...inParts];
}

/** A copy in which one place holds something else; `undefined` removes it. */
function changed(value: unknown, path: Path, to: unknown): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let holder = copy;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (to === undefined && !Array.isArray(holder)) delete holder[last];
  else holder[last] = to ?? null;
  return JSON.parse(JSON.stringify(copy));
}

const ODD_VALUES: readonly unknown[] = [
  undefined, null, true, '', 'x', 'a b', 'x#y', 'x#y#z', deviceId(7), 'dreamt', 'days', 'noted', 'four', 'newPerDay',
  0, 1, -1, 4, 5, 0.5, 0.9, 24, 1441, 36_501, -1081, LAST_MOMENT_MS, LAST_MOMENT_MS + 1,
  STUDY_DAYS.first, STUDY_DAYS.first - 1, STUDY_DAYS.last, STUDY_DAYS.last + 1, 200_000, 200_001, 8.64e15 + 1, 2 ** 53, 1e300, [], {}, [null], { kind: 'days', days: 0 },
  { kind: 'days', days: 1, extra: 1 }, 'x'.repeat(201), 'x'.repeat(401), 'x'.repeat(20_001), [{ id: 'c9', hit: 1, due: null }],
]; // prettier-ignore

/** A rule over several fields, which a schema cannot state: a card's item, and one entry a key. */
const BEYOND_SCHEMA = /is not a card of|another entry/u;

test('of all files with one thing changed the schema and the reader refuse the same ones', () => {
  let refused = 0;
  for (const { whole, path } of placesInParts()) {
    for (const value of ODD_VALUES) {
      const file = changed(whole, path, value);
      const read = readBackup(JSON.stringify(file));
      if (!read.ok && 'why' in read.fault && BEYOND_SCHEMA.test(read.fault.why)) continue;
      expect({ at: path.join('.'), value, valid: validate(file) }).toEqual({
        at: path.join('.'),
        value,
        valid: read.ok,
      });
      if (!read.ok) refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(2000);
}, 60_000);

test('whatever the reader refuses in a card the schema refuses too', () => {
  const places = placesIn(JSON.parse(JSON.stringify(backup))).filter(([list]) => list === 'cards');
  for (const path of places) {
    for (const value of ODD_VALUES) {
      const file = changed(backup, path, value);
      const read = readBackup(JSON.stringify(file));
      if (read.ok || ('why' in read.fault && BEYOND_SCHEMA.test(read.fault.why))) continue;
      expect({ at: path.join('.'), value, valid: validate(file) }).toMatchObject({ valid: false });
    }
  }
});

test('a field that nobody knows is refused by both, wherever it stands', () => {
  const objects = placesIn(JSON.parse(JSON.stringify(backup)))
    .map((path) => path.slice(0, -1))
    .filter((path) => typeof path.at(-1) !== 'string' || path.at(-1) === 'due');
  for (const path of [[], ...objects.filter((each) => each.length > 0)]) {
    const file = changed(backup, [...path, 'mood'], 'fine');
    expect(validate(file), path.join('.')).toBe(false);
    expect(readBackup(JSON.stringify(file)).ok, path.join('.')).toBe(false);
  }
});

test('the lists are as long at most as the reader allows', () => {
  const { properties } = schema as { properties: Record<string, { maxItems?: number }> };
  const { settings, events, cards } = properties;
  expect([settings?.maxItems, events?.maxItems, cards?.maxItems]).toEqual([
    BACKUP_LIMITS.settings,
    BACKUP_LIMITS.events,
    BACKUP_LIMITS.cards,
  ]);
});

test('each setting of the app is described with the same range', () => {
  for (const key of Object.keys(DEFAULT_SETTINGS)) {
    for (const value of [
      ...ODD_VALUES,
      ...Object.values(DEFAULT_SETTINGS),
      'two',
      'due',
      [7],
      [8],
      [1, 1440],
      [1441],
      [0.5],
      Array.from({ length: 21 }, () => 'x'),
      DEFAULT_PARAMETERS.weights.slice(1),
      DEFAULT_PARAMETERS.weights,
      'ink',
      { web: 0.8, 'web/http': 0.95 },
      { web: 0.5 },
      { 'a b': 0.8 },
      Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`t-${n}`, 0.8])),
      0.69,
      0.7,
      0.97,
      0.98,
      23,
      500,
      501,
    ]) {
      const row = { ...setting('newPerDay', 5), key, value: value ?? null };
      const file = { ...backup, settings: [row] };
      expect({ key, value, valid: validate(file) }).toEqual({ key, value, valid: parseSetting(row).ok });
    }
  }
});

/** Every named part of a schema, with its place: members of `properties` and of `$defs`, at any depth. */
function namedParts(node: unknown, at: string): [string, JsonSchema][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, inner]: [string, unknown]) => {
    const named = name === 'properties' || name === '$defs' ? Object.entries(inner as Record<string, JsonSchema>) : [];
    return [
      ...named.map(([part, each]) => [`${at}/${name}/${part}`, each] as [string, JsonSchema]),
      ...namedParts(inner, `${at}/${name}`),
    ];
  });
}

test('every field and every kind of thing has a description', () => {
  const parts = namedParts(schema, '').filter(([at]) => !/oneOf.*\/key$/u.test(at));
  expect(parts.length).toBeGreaterThan(60);
  expect(parts.filter(([, part]) => typeof part['description'] !== 'string').map(([at]) => at)).toEqual([]);
});
