import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { buildIndex } from '#search/build-index.ts';
import { parseQuery } from '#search/query.ts';
import { search } from '#search/search.ts';
import { openSegment } from '#search/segment.ts';
import { itemId } from '../support/builders.ts';
import { keyPoint, question } from '../support/item-builders.ts';
import { documents, find, idsOf, ITEMS, segment } from './documents.ts';

vi.setConfig({ testTimeout: 30_000 });

const prose = (text: string) => [{ t: 'p' as const, c: [text] }];
const BARE = { deepDive: [], realWorld: [], mistakes: [], production: [], wants: [], minute: [] };
const ITEM = { tags: [], aliases: [], hint: '', keyPoints: [keyPoint('c1', { text: 'A point' })], layers: BARE };

describe('what is found first', () => {
  test.each([
    ['a word of the title', 'genuine', 'q-hmac'],
    ['a word of the answer', 'bytes', 'q-hmac'],
    ['a word of a deeper layer', 'proxies', 'q-hmac'],
    ['a tag', 'hmac', 'q-hmac'],
    ['an alias', 'signature check', 'q-hmac'],
    ['an abbreviation that is an alias', 'jwt', 'q-hmac'],
    ['an alias with a sign in it', 'n+1', 'q-n-plus-one'],
    ['letters and digits mixed', 'k8s', 'q-n-plus-one'],
    ['a name that ends in a sign', 'c#', 'q-n-plus-one'],
    ['a row of a sheet', 'unprocessable', 'sheet-codes'],
    ['a number in a row', '429', 'sheet-codes'],
    ['the audience of a path', 'plumbing', 'path-api'],
    ['an identifier as written', 'timingSafeEqual', 'q-hmac'],
    ['an identifier in other case', 'timingsafeequal', 'q-hmac'],
    ['the words inside an identifier', 'timing safe equal', 'q-hmac'],
    ['an identifier written the other way', 'timing_safe_equal', 'q-hmac'],
    ['the words inside snake case', 'wait ms', 'snip-backoff'],
    ['one letter missing', 'idempotncy', 'q-idempotency'],
    ['one letter wrong at the end', 'websocet', 'q-idempotency'],
    ['two letters swapped', 'exponnetial', 'snip-backoff'],
    ['two slips in a long word', 'idempotancyy', 'q-idempotency'],
    ['a slip beside a sound word', 'genuine webook', 'q-hmac'],
    ['the beginning of a word', 'idemp', 'q-idempotency'],
    ['the beginning of the last word', 'exponential ba', 'snip-backoff'],
    ['a beginning with a slip in it', 'idempoetn', 'q-idempotency'],
    ['a word without its accent', 'cafe', 'q-idempotency'],
    ['a word with an accent that is not there', 'rétry', 'snip-backoff'],
    ['another number of a noun', 'signatures checks', 'q-hmac'],
    ['another name of the tier', 'junior idempotency', 'q-idempotency'],
    ['the title of its topic', 'sql queries', 'q-n-plus-one'],
    ['a whole title', 'What does idempotency mean?', 'q-idempotency'],
  ])('%s', (_, query, id) => {
    expect(idsOf(find(query))[0]).toBe(id);
  });

  test('an own note is found with its item, and only while it is there', () => {
    const noted = openSegment(buildIndex(documents(ITEMS, { 'err-pool': 'Ask Marguerite about pgbouncer' })));
    expect(idsOf(find('marguerite', [noted]))).toEqual(['err-pool']);
    expect(idsOf(find('marguerite'))).toEqual([]);
  });

  test('an entry with all words stands before those with some', () => {
    const { hits, partial } = find('constant bytes');
    expect(hits[0]?.entry.id).toBe('q-hmac');
    expect(partial).toBe(false);
  });

  test('with no entry that has all words, the nearest are shown and said to be so', () => {
    const { hits, partial } = find('exponential unprocessable');
    expect(partial).toBe(true);
    expect(hits.map(({ entry }) => entry.id).sort()).toEqual(['sheet-codes', 'snip-backoff']);
  });
});

describe('phrases', () => {
  test('words in quotes must stand side by side', () => {
    expect(idsOf(find('"constant time"'))).toEqual(['q-hmac']);
    expect(idsOf(find('constant time')).sort()).toEqual(['q-hmac', 'q-idempotency']);
  });

  test('words in quotes are not corrected', () => {
    expect(idsOf(find('"idempotncy"'))).toEqual([]);
  });

  test.each([
    ['stop words aside', '"covers the raw bytes"', ['q-hmac']],
    ['in their order', '"bytes raw"', []],
    ['not across lines', '"422 unprocessable content 429"', []],
    ['across an identifier', '"timingSafeEqual constant time"', ['q-hmac']],
    ['not of the parts of an identifier', '"timing safe equal"', []],
    ['beside a word without quotes', 'hmac "raw bytes"', ['q-hmac']],
  ])('words in quotes are looked for %s', (_, query, ids) => {
    expect(idsOf(find(query))).toEqual(ids);
  });

  test('a phrase is found among any number of items that have its words apart', () => {
    const apart = Array.from({ length: 1200 }, (__, i) =>
      question(`q-apart-${i}`, { ...ITEM, title: 'Raw milk, any body', answer: prose('A body is far from raw.') }),
    );
    const last = question('q-together', { ...ITEM, title: 'Signatures', answer: prose('Read it as a raw body.') });
    const { hits, total } = find('"raw body"', [segment([...apart, last])]);
    expect(hits.map(({ entry }) => entry.id)).toEqual(['q-together']);
    expect(total).toBe(1);
  });

  test('without quotes neighbours still stand before strangers', () => {
    expect(idsOf(find('constant time'))[0]).toBe('q-hmac');
  });
});

describe('what stands together', () => {
  const line = (id: string, title: string, ...lines: readonly string[]) =>
    question(id, { ...ITEM, title, answer: lines.flatMap((each) => prose(each)) });
  const among = segment([
    line('q-title', 'Boat paint', 'It comes in tins.'),
    line('q-line', 'On the water', 'Nobody paints a boat in the harbour.', 'Lamps are lit.'),
    line('q-apart', 'On land', 'Paint dries slowly.', 'A boat needs it.', 'The harbour sells it.'),
  ]);

  test('words in one line stand before the same words in several', () => {
    expect(idsOf(find('boat harbour paint', [among]))[0]).toBe('q-line');
  });

  test('all words in the title stand before all words in a line', () => {
    expect(idsOf(find('paint boat', [among]))[0]).toBe('q-title');
  });

  test('a word in its other number is no quotation: the word itself, further from the rest, stands before it', () => {
    const other = question('q-other', {
      ...ITEM,
      title: 'How do you write sockets tolerations into a file of this kind?',
    });
    const itself = question('q-itself', {
      ...ITEM,
      title: 'Will it build when a socket is unused, or no toleration is there?',
    });
    const both = openSegment(buildIndex(documents([other, itself])));
    expect(idsOf(find('socket tolera', [both]))).toEqual(['q-itself', 'q-other']);
  });

  test.each(['timing_safe_equal', 'timing-safe-equal', 'TIMINGSAFEEQUAL', 'TimingSafeEqual'])(
    'an identifier is found however it is written: %s',
    (query) => {
      expect(idsOf(find(query))[0]).toBe('q-hmac');
    },
  );
});

describe('pasted errors', () => {
  test('a stack trace finds its error whatever paths, lines and ids surround it', () => {
    const trace = [
      'Uncaught TypeError: Cannot read properties of undefined (reading "orders")',
      '    at OrderList (webpack://shop/./src/pages/order-list.jsx:118:27)',
      '    at renderWithHooks (/home/ci/app/node_modules/react-dom/cjs/react-dom.development.js:16305:18)',
      '    request 8f14e45f-ceea-467f-a0e6-1c1f6b8a9b11 at 0x7ffee4b2c8d0',
    ].join('\n');
    expect(idsOf(find(trace))[0]).toBe('err-map');
  });

  test('a log line with a date and a process id finds its error', () => {
    const line = '2026-11-22 03:14:15.926 UTC [4711] app@orders FATAL:  sorry, too many clients already';
    expect(idsOf(find(line))[0]).toBe('err-pool');
  });

  test('an error stands before a question with the same words', () => {
    const items = ITEMS.map((item) =>
      item.id === 'q-idempotency' ? { ...item, title: 'TypeError: Cannot read properties of undefined' } : item,
    );
    expect(idsOf(find('TypeError: Cannot read properties of undefined', [segment(items)]))[0]).toBe('err-map');
  });
});

describe('filters', () => {
  test.each([
    ['kind:error', ['err-map', 'err-pool']],
    ['kind:errors', ['err-map', 'err-pool']],
    ['tier:junior', ['q-idempotency']],
    ['tier:senior', ['q-n-plus-one']],
    ['topic:security', ['q-hmac']],
    ['topic:data', ['q-n-plus-one']],
    ['topic:web/security', ['q-hmac']],
    ['tag:react', ['err-map']],
    ['lang:sql', ['err-pool']],
    ['list kind:error', ['err-map']],
  ])('%s', (query, ids) => {
    expect(idsOf(find(query))).toEqual(ids);
  });

  test('among the ids that the person has marked, only those are found', () => {
    const only = new Set<string>([itemId('err-pool')]);
    expect(idsOf(search([segment()], parseQuery('is:flagged'), only))).toEqual(['err-pool']);
    expect(idsOf(search([segment()], parseQuery('idempotency is:flagged'), only))).toEqual([]);
  });

  test('a word with a colon that is no filter is a word', () => {
    expect(idsOf(find('tier:purple idempotency'))[0]).toBe('q-idempotency');
  });
});

describe('counts and remedies', () => {
  test('counts are by kind and sum up', () => {
    const { counts, total } = find('list');
    expect(counts).toEqual({ question: 1, error: 1 });
    expect(total).toBe(2);
  });

  test('a word that stands nowhere is named, and the rest is still found', () => {
    const result = find('zzqqxy genuine');
    expect(result.unknown).toEqual(['zzqqxy']);
    expect(idsOf(result)).toEqual(['q-hmac']);
  });

  test('where nothing is found, terms that look alike are offered', () => {
    expect(find('idxmpxtxncy').nearest).toContain('idempotency');
  });

  test('where filters hide everything, it says how much there is without them', () => {
    const result = find('idempotency kind:error');
    expect(result.hits).toEqual([]);
    expect(result.unfiltered).toBe(1);
  });

  test('an empty query finds nothing', () => {
    expect(find('   ').hits).toEqual([]);
  });
});

describe('segments', () => {
  test('a struck document is not found, its new text in a later segment is', () => {
    const changed = ITEMS.filter(({ id }) => id === 'q-idempotency').map((item) => ({
      ...item,
      title: 'Pumpernickel',
    }));
    const index = buildIndex(documents());
    const both = [openSegment(index, new Set(['q-idempotency'])), segment(changed)];
    expect(idsOf(find('pumpernickel', both))).toEqual(['q-idempotency']);
    expect(idsOf(find('"mean"', both))).toEqual([]);
    expect(idsOf(find('"mean"'))).toEqual(['q-idempotency']);
    expect(find('twice', both).total).toBe(1);
  });

  test('a search leaves nothing behind for the next', () => {
    const one = segment();
    const first = idsOf(find('list constant time', [one]));
    find('retry exponential backoff', [one]);
    expect(idsOf(find('list constant time', [one]))).toEqual(first);
  });
});

test('no string makes it throw, and every hit is an item', () => {
  const one = segment();
  const ids = new Set<string>(ITEMS.map(({ id }) => id));
  const words = fc.constantFrom(
    'idempotency',
    'tier:',
    'is:due',
    '"',
    '\0',
    '.*+?^${}()|[]\\',
    '👩‍💻',
    'שלום',
    'ﷺ',
    '\ud800',
    '\n',
    ' ',
    ':',
    'kind:error',
    'İ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (input) => {
      const { hits, total } = find(input, [one]);
      expect(hits.every(({ entry }) => ids.has(entry.id))).toBe(true);
      expect(total).toBeGreaterThanOrEqual(hits.length);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['ten thousand words', Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ')],
  ['a hundred thousand letters', 'a'.repeat(100_000)],
  ['a hundred thousand slashes', '/a'.repeat(50_000)],
  ['a megabyte of quotes', '"'.repeat(1_000_000)],
  ['a megabyte of lines', 'Error: x\n'.repeat(110_000)],
  ['digits and dots', '1.'.repeat(50_000)],
])('%s is cut sensibly', (_, text) => {
  expect(find(text).hits.length).toBeLessThanOrEqual(ITEMS.length);
});
