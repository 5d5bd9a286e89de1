import { describe, expect, test } from 'vitest';
import { filterWord, NO_FILTERS } from '#search/filters.ts';
import { parseQuery, toggleFilter } from '#search/query.ts';
import { tellingText } from '#search/pasted.ts';
import { eachWord, fold, partsOf, wordsOf } from '#search/words.ts';

const termsOf = (text: string) => parseQuery(text).terms.map(({ text: term }) => term);

describe('words', () => {
  test.each([
    ['a plain sentence', 'Verify the bytes, not the object.', ['Verify', 'the', 'bytes', 'not', 'the', 'object']],
    ['names with signs', 'C# and c++ with n+1, f#', ['C#', 'and', 'c++', 'with', 'n+1', 'f#']],
    ['signs that belong to nothing', 'a+b #4 x#y +1', ['a', 'b', '4', 'x', 'y', '1']],
    ['other scripts', 'été 日本語 שלום', ['été', '日本語', 'שלום']],
    ['nothing', '', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('places are those in the text as it is', () => {
    const places: string[] = [];
    const text = '👩‍💻 naïve Straße\0end';
    eachWord(text, (start, end) => places.push(text.slice(start, end)));
    expect(places).toEqual(['naïve', 'Straße', 'end']);
  });

  test('accents, case and ligatures fold away', () => {
    expect(['Naïve', 'STRASSE', 'Straße', 'ﬁle', 'İstanbul'].map(fold)).toEqual([
      'naive',
      'strasse',
      'strasse',
      'file',
      'istanbul',
    ]);
  });

  test.each([
    ['timingSafeEqual', ['timing', 'safe', 'equal']],
    ['timing_safe_equal', ['timing', 'safe', 'equal']],
    ['XMLHttpRequest', ['xml', 'http', 'request']],
    ['webhook', []],
    ['HTTP', []],
  ])('the parts of %s', (word, parts) => {
    expect(partsOf(word)).toEqual(parts);
  });
});

describe('queries', () => {
  test.each([
    'duplicate key value violates unique constraint "users_email_key"',
    'relation "customers" does not exist',
    "No module named 'pandas'",
    'HINT: Perhaps you meant to reference the column "widget.userId".',
  ])('a message of one line that quotes a name is a message: %s', (text) => {
    expect(parseQuery(text)).toMatchObject({ pasted: true, phrases: [] });
  });

  test.each(['"raw body" webhook', '"cannot read" hooks', 'why is it unexpected', "what's missing"])(
    'a search for a phrase is none: %s',
    (text) => {
      expect(parseQuery(text).pasted).toBe(false);
    },
  );

  test('stop words are left out, but not where there is nothing else', () => {
    expect(termsOf('what is a webhook')).toEqual(['webhook']);
    expect(termsOf('why')).toEqual(['why']);
  });

  test('only the last word is open, and only until something follows it', () => {
    expect(parseQuery('raw bod').terms.map(({ prefix }) => prefix)).toEqual([false, true]);
    expect(parseQuery('raw body ').terms.map(({ prefix }) => prefix)).toEqual([false, false]);
  });

  test('a letter or two at the end are forgiven beside other words', () => {
    expect(parseQuery('cors preflight c').terms.map(({ optional }) => optional)).toEqual([false, false, true]);
    expect(parseQuery('c').terms.map(({ optional }) => optional)).toEqual([false]);
  });

  test('filters are words and leave the text', () => {
    const { filters, terms } = parseQuery(
      'retry tier:Senior topic:webhooks kind:error is:due is:flagged tag:"raw body"',
    );
    expect(filters).toEqual({
      ...NO_FILTERS,
      tiers: ['senior'],
      topics: ['webhooks'],
      kinds: ['error'],
      is: ['due', 'flagged'],
      tags: ['raw body'],
    });
    expect(terms.map(({ text }) => text)).toEqual(['retry']);
  });

  test('a filter that names nothing known stays a word', () => {
    expect(parseQuery('tier:wizard is:constructor').filters).toEqual(NO_FILTERS);
    expect(termsOf('tier:wizard x')).toEqual(['tier', 'wizard', 'x']);
  });

  test.each([
    ['a slip', 'kind:snipet', { kinds: ['snippet'] }],
    ['a beginning', 'tier:sen', { tiers: ['senior'] }],
    ['another name', 'level:junior', { tiers: ['foundational'] }],
    ['more than one', 'type:errors', { kinds: ['error'] }],
  ])('%s of a filter’s value is read', (_, text, said) => {
    expect(parseQuery(text)).toMatchObject({ filters: { ...NO_FILTERS, ...said }, terms: [] });
  });

  test('values are read by the names that there are, and what fits none stays a word', () => {
    const names = {
      topics: ['docker-kubernetes', 'webhooks', 'security', 'webhooks/security'],
      tags: ['raw body', 'idempotency'],
      languages: ['javascript', 'sh', 'csharp'],
    };
    const read = (text: string) => parseQuery(text, names).filters;
    expect(read('topic:k8s').topics).toEqual(['docker-kubernetes']);
    expect(read('topic:security').topics).toEqual(['security']);
    expect(read('topic:webhooks/sec').topics).toEqual(['webhooks/security']);
    expect(read('tag:raw-body').tags).toEqual(['raw body']);
    expect(read('tag:idempotncy').tags).toEqual(['idempotency']);
    expect(read('lang:js').languages).toEqual(['javascript']);
    expect(read('lang:shell lang:c#').languages).toEqual(['sh', 'csharp']);
    expect(parseQuery('docker tag:latest', names)).toMatchObject({
      filters: NO_FILTERS,
      terms: [{ text: 'docker' }, { text: 'tag' }, { text: 'latest' }],
    });
  });

  test('within a pasted message nothing is a filter, before and after it filters are', () => {
    const trace = 'Error: no manifest for kind:path in the registry\n    at pull (image.js:3:1)';
    expect(parseQuery(trace).filters).toEqual(NO_FILTERS);
    expect(parseQuery(`kind:error ${trace} tier:mid is:due `)).toMatchObject({
      pasted: true,
      filters: { ...NO_FILTERS, kinds: ['error'], tiers: ['mid'], is: ['due'] },
    });
  });

  test('quotes make phrases, of any kind of quote', () => {
    expect(parseQuery('"raw body" “constant time” x').phrases).toEqual([
      ['raw', 'body'],
      ['constant', 'time'],
    ]);
  });

  test('a filter word is put at the end and taken out again', () => {
    const once = toggleFilter('retry', filterWord('tier', 'senior'));
    expect(once).toBe('retry tier:senior ');
    expect(toggleFilter(once, 'tier:senior')).toBe('retry ');
  });

  test.each([
    ['kind:errors retry', 'kind:error', 'retry '],
    ['Tier:Senior', 'tier:senior', ''],
    ['junior', 'tier:foundational', ''],
    ['junior developer', 'tier:foundational', 'junior developer tier:foundational '],
  ])('%s without %s is "%s"', (text, word, left) => {
    expect(toggleFilter(text, word)).toBe(left);
  });

  test('a filter of several words is put at the end and taken out again as one', () => {
    const word = filterWord('tag', 'raw body');
    expect(word).toBe('tag:"raw body"');
    const once = toggleFilter('retry', word);
    expect(once).toBe('retry tag:"raw body" ');
    expect(toggleFilter(once, 'tier:senior')).toBe('retry tag:"raw body" tier:senior ');
    expect(toggleFilter(once, word)).toBe('retry ');
    expect(toggleFilter('tag:"raw body"s of "raw  body', word)).toBe('tag:"raw body"s of "raw body tag:"raw body" ');
  });
});

describe('pasted text', () => {
  test.each([
    ['several lines', 'one\ntwo', true],
    ['a named error', 'ValueError: bad', true],
    ['a code of Node', 'Error [ERR_MODULE_NOT_FOUND]: cannot', true],
    ['a question', 'how do errors travel', false],
    ['one word', 'TypeError', false],
  ])('%s', (_, text, pasted) => {
    expect(parseQuery(text).pasted).toBe(pasted);
  });

  test.each([
    ['a path with line and column', 'Error in /srv/app/src/a.ts:12:5 of pool', 'Error in of pool'],
    ['a path of Windows', String.raw`Error in C:\inetpub\app\a.cs of pool`, 'Error in of pool'],
    ['an address', 'Error from https://example.org/a?b=1 now', 'Error from now'],
    [
      'ids, hex and quotes',
      `Error of "order" 8f14e45f-ceea-467f-a0e6-1c1f6b8a9b11 at 0x7ffe 88172`,
      'Error of order at',
    ],
    ['a commit hash', 'Error in 9fceb02d0ae598e95dc970b74767f19372d61af8', 'Error in'],
    ['a number that names the fault', 'Error: status 429 after 17 tries', 'Error: status 429 after tries'],
    ['a moment', '2026-11-22T03:14:15.926Z Error: late', 'Error: late'],
  ])('%s goes', (_, text, kept) => {
    expect(tellingText(text)).toBe(kept);
  });

  test('the lines that name the fault come first, frames go', () => {
    const trace =
      'Traceback (most recent call last):\n  File "/app/x.py", line 3, in <module>\n    run()\nKeyError: "id" is missing';
    expect(tellingText(trace)).toBe('KeyError: id is missing\nrun()');
  });

  test('frames alone are better than nothing', () => {
    expect(tellingText('    at renderWithHooks (react-dom.js:1:2)\n    at beginWork (react-dom.js:3:4)')).toContain(
      'beginWork',
    );
  });

  test('of a long paste the beginning and the end are read', () => {
    const long = `${'noise noise\n'.repeat(20_000)}ImportError: no module named flask\n`;
    expect(termsOf(long)).toContain('flask');
  });
});
