import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#bank/tier.ts';
import {
  addressOf,
  countFilters,
  filtersFrom,
  filtersOfList,
  KINDS,
  listName,
  NO_FILTERS,
  SORTS,
  type Filters,
} from '#pages/library/filters.ts';
import { STANDINGS } from '#pages/parts/standing.ts';

function read(address: string): Filters {
  const url = new URL(address, 'https://example.org');
  return filtersFrom(url.pathname, url.searchParams);
}

const slug = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/u);
const arbitraryFilters: fc.Arbitrary<Filters> = fc
  .record({
    kind: fc.option(fc.constantFrom(...KINDS)),
    place: fc.option(fc.tuple(slug, fc.option(slug))),
    tiers: fc.subarray([...TIERS]),
    states: fc.subarray([...STANDINGS]),
    flagged: fc.boolean(),
    tag: fc.option(slug),
    chosen: fc.option(fc.array(slug, { minLength: 1 })),
    sort: fc.option(fc.constantFrom(...SORTS)),
    text: fc.oneof(
      fc.constant(''),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    ),
  })
  .map(({ place, ...rest }) => {
    const [domain, topic] = place ?? [null, null];
    return { ...rest, domain, topic: topic === null ? null : `${domain}/${topic}` };
  });

describe('the address of the Library', () => {
  test('says every filter so that reading it gives the same filters', () => {
    fc.assert(
      fc.property(arbitraryFilters, (filters) => {
        expect(read(addressOf(filters))).toEqual(filters);
      }),
    );
  });

  test('has a list in it that gives the same filters by its name alone', () => {
    fc.assert(
      fc.property(arbitraryFilters, (filters) => {
        expect(filtersOfList(listName(filters))).toEqual(filters);
      }),
    );
    expect(listName(NO_FILTERS)).toBe('');
  });

  test('is bare when nothing is filtered', () => {
    expect(addressOf(NO_FILTERS)).toBe('/library');
    expect(addressOf({ ...NO_FILTERS, text: '  ' })).toBe('/library');
  });

  test('keeps topics readable', () => {
    const filters = {
      ...NO_FILTERS,
      domain: 'webhooks',
      topic: 'webhooks/security',
      tiers: ['mid', 'senior'],
    } as const;
    expect(addressOf(filters)).toBe('/library?topic=webhooks/security&tier=mid&tier=senior');
  });

  test.each([
    ['/errors', 'error'],
    ['/snippets', 'snippet'],
    ['/sheets', 'sheet'],
  ] as const)('%s lists one kind, whatever the query says, and stays while that kind is wanted', (path, kind) => {
    const filters = read(`${path}?kind=question&filter=php`);
    expect(filters).toEqual({ ...NO_FILTERS, kind, text: 'php' });
    expect(addressOf(filters, path)).toBe(`${path}?filter=php`);
    expect(addressOf({ ...filters, kind: null }, path)).toBe('/library?filter=php');
  });

  test('understands the other names of the tiers and leaves out what it does not know', () => {
    expect(read('/library?kind=poem&tier=junior&tier=Staff&tier=wizard&state=solid&state=lost&flagged=yes')).toEqual({
      ...NO_FILTERS,
      tiers: ['foundational', 'expert'],
      states: ['solid'],
    });
  });

  test('a topic names its domain', () => {
    expect(read('/library?domain=api&topic=webhooks/security')).toMatchObject({
      domain: 'webhooks',
      topic: 'webhooks/security',
    });
  });

  test('a domain in place of a topic is a domain', () => {
    expect(read('/library?topic=webhooks')).toEqual({ ...NO_FILTERS, domain: 'webhooks' });
  });
});

test('a topic with its domain counts as one filter, and the kind and the order as none', () => {
  expect(countFilters({ ...NO_FILTERS, kind: 'error' })).toBe(0);
  expect(countFilters({ ...NO_FILTERS, sort: 'title', chosen: ['a', 'b'] })).toBe(1);
  expect(countFilters({ ...NO_FILTERS, domain: 'api', topic: 'api/caching' })).toBe(1);
  expect(countFilters({ ...NO_FILTERS, tiers: ['mid', 'expert'], flagged: true, tag: 'hmac', text: 'x' })).toBe(4);
});
