import { describe, expect, test } from 'vitest';
import { buildIndex } from '#search/build-index.ts';
import { openSegment } from '#search/segment.ts';
import { question } from '../support/item-builders.ts';
import { documents, find } from './documents.ts';

const ITEMS = [question('q-retire', { title: 'Retire a key' }), question('q-retry', { title: 'Retry a webhook' })];

describe('as what a word was read', () => {
  test('a corrected word is named, a sound one is not', () => {
    expect(find('idempotncy').corrected).toEqual([{ typed: 'idempotncy', used: 'idempotency' }]);
    expect(find('idempotency').corrected).toEqual([]);
  });

  test.each([
    ['in one segment', [ITEMS]],
    ['in two segments', ITEMS.map((item) => [item])],
  ])('of several corrections, the one that the best find holds, %s', (_, parts) => {
    const segments = parts.map((items) => openSegment(buildIndex(documents(items))));
    expect(find('retyr', segments).corrected).toEqual([{ typed: 'retyr', used: 'retire' }]);
    expect(find('webhook retyr', segments).corrected).toEqual([{ typed: 'retyr', used: 'retry' }]);
  });

  test('a word that one segment holds as it is was not corrected, whatever another is near to', () => {
    const segments = [ITEMS, [question('q-retyr', { title: 'Retyr, a name' })]].map((items) =>
      openSegment(buildIndex(documents(items))),
    );
    expect(find('retyr', segments).corrected).toEqual([]);
  });
});
