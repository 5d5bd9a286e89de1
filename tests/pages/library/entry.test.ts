import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import { entriesOf, matchEntries, type Entry } from '#pages/library/entry.ts';
import { KINDS, NO_FILTERS, SORTS, type Filters, type Sort } from '#pages/library/filters.ts';
import { groupEntries } from '#pages/library/groups.ts';
import { listEntries } from '#pages/library/listing.ts';
import { sortEntries } from '#pages/library/sort.ts';
import { holdings, showing } from '#pages/library/words.ts';
import { STANDINGS } from '#pages/parts/standing.ts';
import type { StandingKind } from '#progress/standing.ts';
import { freshCard, learnedCard, scheduler, studyDay } from '../../support/builders.ts';
import { PACK_HEAD } from '../../support/item-builders.ts';
import { openTestDb } from '../../support/test-db.ts';
import { readLibrary } from '#pages/library/read-library.ts';
import { readBankIndex } from '#storage/bank-index.ts';

const remembered = (id: string, kind: StandingKind) => ({ kind, card: freshCard(id) });

function entry(id: string, over: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'question',
    title: `What is ${id}?`,
    tiers: ['mid'],
    topic: 'web/http',
    language: null,
    tags: [],
    flagged: false,
    memory: remembered(id, 'new'),
    aliases: [],
    ...over,
  };
}

const shownIds = (entries: readonly Entry[], filters: Partial<Filters>): string[] =>
  matchEntries(entries, { ...NO_FILTERS, ...filters }).shown.map(({ id }) => id);

describe('filtering', () => {
  const entries = [
    entry('cors', { aliases: ['Cross-origin sharing'] }),
    entry('tls', { topic: 'web/tls', tiers: ['senior'], flagged: true, tags: ['pki'] }),
    entry('rows', { topic: 'data/sql', tiers: ['expert'], memory: remembered('rows', 'fading') }),
    entry('way', { kind: 'path', topic: null, tiers: ['mid', 'expert'], memory: null }),
  ];

  test.each<[Partial<Filters>, string[]]>([
    [{}, ['cors', 'tls', 'rows', 'way']],
    [{ kind: 'path' }, ['way']],
    [{ domain: 'web' }, ['cors', 'tls']],
    [{ domain: 'web', topic: 'web/tls' }, ['tls']],
    [{ tiers: ['expert'] }, ['rows', 'way']],
    [{ tiers: ['senior', 'expert'] }, ['tls', 'rows', 'way']],
    [{ states: ['new'] }, ['cors', 'tls']],
    [{ states: ['new', 'fading'] }, ['cors', 'tls', 'rows']],
    [{ flagged: true }, ['tls']],
    [{ tag: 'pki' }, ['tls']],
    [{ text: 'CROSS-origin what' }, ['cors']],
    [{ text: 'cors tls' }, []],
    [{ tiers: ['mid'], states: ['fading'] }, []],
    [{ chosen: ['way', 'tls', 'gone'] }, ['tls', 'way']],
    [{ chosen: [] }, []],
  ])('%j leaves %j', (filters, ids) => {
    expect(shownIds(entries, filters)).toEqual(ids);
  });

  test('counts the whole of a kind as the total, whatever else is filtered', () => {
    expect(matchEntries(entries, { ...NO_FILTERS, kind: 'question', flagged: true }).total).toBe(3);
    expect(matchEntries(entries, { ...NO_FILTERS, flagged: true }).total).toBe(4);
  });
});

const arbitraryEntry = fc.record({
  kind: fc.constantFrom(...KINDS),
  tiers: fc.constantFrom(...TIERS).map((tier) => [tier]),
  topic: fc.constantFrom('web/http', 'web/tls', 'data/sql', null),
  flagged: fc.boolean(),
  memory: fc.option(fc.constantFrom(...STANDINGS).map((kind) => remembered('any', kind))),
  title: fc.constantFrom('Alpha', 'Beta', 'Alpha `beta`'),
});
const arbitraryFilters = fc
  .record({
    kind: fc.option(fc.constantFrom(...KINDS)),
    domain: fc.constantFrom('web', 'data', null),
    tiers: fc.subarray([...TIERS]),
    states: fc.subarray([...STANDINGS]),
    flagged: fc.boolean(),
    text: fc.constantFrom('', 'alpha', 'beta'),
  })
  .map((some): Filters => ({ ...NO_FILTERS, ...some }));

test('the number beside a choice is what choosing it alone shows', () => {
  fc.assert(
    fc.property(fc.array(arbitraryEntry, { maxLength: 30 }), arbitraryFilters, (some, filters) => {
      const entries = some.map((over, index) => entry(`e${index}`, over));
      const { counts } = matchEntries(entries, filters);
      const chosen = (part: Partial<Filters>): number => shownIds(entries, { ...filters, ...part }).length;
      for (const kind of KINDS) expect(counts.kinds.get(kind) ?? 0).toBe(chosen({ kind }));
      for (const tier of TIERS) expect(counts.tiers.get(tier) ?? 0).toBe(chosen({ tiers: [tier] }));
      for (const state of STANDINGS) expect(counts.states.get(state) ?? 0).toBe(chosen({ states: [state] }));
      for (const domain of ['web', 'data'])
        expect(counts.domains.get(domain) ?? 0).toBe(chosen({ domain, topic: null }));
      expect(counts.flagged).toBe(chosen({ flagged: true }));
    }),
  );
});

describe('groups', () => {
  test('stand in the declared order with paths first and the undeclared last, each line in exactly one', () => {
    const entries = [
      entry('a', { topic: 'odd-place/new-topic' }),
      entry('b', { topic: 'web/tls' }),
      entry('c', { kind: 'path', topic: null }),
      entry('d', { topic: 'web/http' }),
      entry('e', { topic: 'web/tls' }),
    ];
    const groups = groupEntries(entries, PACK_HEAD.domains);
    expect(groups.map(({ title, count }) => [title, count])).toEqual([
      ['Paths', 1],
      ['Web', 3],
      ['Odd place', 1],
    ]);
    const shelves = groups.flatMap(({ topics }) =>
      topics.map(({ title, entries: own }) => [title, ...own.map(({ id }) => id)]),
    );
    expect(shelves).toEqual([
      ['Paths', 'c'],
      ['HTTP', 'd'],
      ['TLS', 'b', 'e'],
      ['New topic', 'a'],
    ]);
  });
});

describe('another order', () => {
  const context = { today: studyDay(110), scheduler: scheduler() };
  const known = (id: string, stability: number, firstDay: number, lastDay: number) =>
    entry(id, {
      memory: {
        kind: 'solid',
        card: learnedCard(id, {
          memory: { stability, difficulty: 5 },
          firstDay: studyDay(firstDay),
          lastDay: studyDay(lastDay),
          lastAtMs: lastDay * 1000,
        }),
      },
    });
  const entries = [
    entry('sheet', { title: 'item 10', kind: 'sheet', memory: null, tiers: ['senior'] }),
    entry('new', { title: '`Item` 9', tiers: ['expert'] }),
    known('firm', 90, 90, 104),
    known('faint', 2, 95, 100),
    entry('path', { title: 'A path', kind: 'path', memory: null, tiers: ['foundational', 'expert'] }),
  ];
  const sorted = (sort: Sort): string[] => sortEntries(entries, sort, context).map(({ id }) => id);

  test.each<[Sort, string[]]>([
    ['title', ['path', 'new', 'sheet', 'faint', 'firm']],
    ['tier', ['path', 'firm', 'faint', 'sheet', 'new']],
    ['weakest', ['faint', 'firm', 'new', 'sheet', 'path']],
    ['seen', ['firm', 'faint', 'new', 'sheet', 'path']],
    ['learnt', ['faint', 'firm', 'new', 'sheet', 'path']],
  ])('by %s is %j', (sort, ids) => {
    expect(sorted(sort)).toEqual(ids);
  });

  test('of any kind keeps every line once', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { maxLength: 30 }), fc.constantFrom(...SORTS), (some, sort) => {
        const lines = some.map((over, index) => entry(`e${index}`, over));
        const ids = sortEntries(lines, sort, context).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(lines.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('leaves no shelves; the order of learning walks along them', () => {
    const list = (sort: Sort | null) => listEntries(entries, { ...NO_FILTERS, sort }, PACK_HEAD.domains, context);
    expect(list('title').shelves).toBeNull();
    expect(list(null).order.map(({ id }) => id)).toEqual(
      list(null).shelves?.flatMap(({ topics }) => topics.flatMap((topic) => topic.entries.map(({ id }) => id))),
    );
  });
});

describe('the lines of the Library', () => {
  test('say how each question stands, and nothing of what is not learnt', async () => {
    const { db } = await openTestDb();
    const { rows: items } = await readBankIndex(db);
    const cards = new Map([
      ['q-one', learnedCard('q-one', { due: { kind: 'day', day: studyDay(101) } })],
      ['q-two', freshCard('q-two')],
    ]);
    const entries = entriesOf({ items, cards, flagged: new Set(['q-two']) }, studyDay(101));
    const line = (id: string) => entries.find((each) => each.id === id);
    expect(line('q-one')?.memory).toEqual({ kind: 'fading', card: cards.get('q-one') });
    expect(line('q-two')).toMatchObject({ memory: { kind: 'new' }, flagged: true });
    expect(line('q-three')?.memory?.kind).toBe('new');
    expect(line('sheet-codes')?.memory).toBeNull();
  });

  test('can be found by the language that they are in', async () => {
    const { db } = await openTestDb();
    const { entries } = await readLibrary(db, studyDay(0), scheduler());
    expect(shownIds(entries, { text: 'ts', kind: 'snippet' })).toEqual(['snip-fetch']);
  });
});

describe('the words of the counts', () => {
  test.each([
    [12, 65, 'question', 'Showing 12 of 65 questions'],
    [65, 65, 'question', 'Showing all 65 questions'],
    [1, 1, 'path', 'Showing 1 path'],
    [0, 0, 'sheet', 'No sheets'],
    [1, 78, null, 'Showing 1 of 78 entries'],
  ] as const)('%i of %i (%s) are %j', (shown, total, kind, words) => {
    expect(showing(shown, total, kind)).toBe(words);
  });

  test('name only the kinds that there are', () => {
    expect(
      holdings(
        new Map([
          ['question', 1],
          ['path', 2],
        ]),
      ),
    ).toBe('1 question and 2 paths');
  });
});
