/** What comes from a partner's device: whatever is no result is refused in words, a whole one is found. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mockFileText } from '#exchange/mock-file.ts';
import { piecesOf } from '#mock/partner-frames.ts';
import { readFile, readText } from '#pages/mock/partner/incoming.ts';
import { mockAnswer, mockRecord } from '../../support/mock-records.ts';

const ID = '01a202e2-4d10-72a4-a805-710eca3a59f2';
/** Notes that no compression makes much shorter, so that the result takes several pieces. */
const NOTES = Array.from({ length: 200 }, (_, at) =>
  Math.abs(Math.sin(at + 1))
    .toString(36)
    .slice(2, 9),
).join(' ');
const TEXT = mockFileText({ id: ID, mock: mockRecord({ by: 'partner', answers: [mockAnswer({ notes: NOTES })] }) });
const PIECES = piecesOf(deflateRawSync(TEXT)) ?? [];

describe('a text', () => {
  test('of a whole result, or of all its pieces in any order, is found', async () => {
    const found = { kind: 'found', file: { id: ID, mock: { by: 'partner' } } };
    expect(await readText(TEXT)).toMatchObject(found);
    expect(PIECES.length).toBeGreaterThan(1);
    expect(await readText(PIECES.toReversed().join('\n'))).toMatchObject(found);
  });

  test('of some of the pieces waits for the others', async () => {
    expect(await readText(PIECES[0] ?? '')).toEqual({
      kind: 'more',
      words: `1 of ${PIECES.length} parts are here. Add the others.`,
    });
  });

  test.each([
    [
      'of something else',
      '{"format":"lamplight-backup","version":1}',
      'This file is something else, not the result of a mock. Nothing was changed.',
    ],
    [
      'that was cut off',
      TEXT.slice(0, 50),
      'This is no result of a mock, or it was cut off on the way. Send it again. Nothing was changed.',
    ],
    [
      'of a newer version',
      TEXT.replace(/"version":\d+/u, '"version":99'),
      'This was made by a newer version of Lamplight. Update this one, then try again. Nothing was changed.',
    ],
  ])('%s is refused in words', async (_, text, words) => {
    expect(await readText(text)).toEqual({ kind: 'refused', words });
  });

  test('of which a piece was changed on the way is refused', async () => {
    const whole = PIECES.join('\n');
    const changed = `${whole.slice(0, -1)}${whole.endsWith('A') ? 'B' : 'A'}`;
    expect(await readText(changed)).toMatchObject({ kind: 'refused', words: /^The parts do not fit together/u });
  });
});

test('a file is read like a text, unless it is too large', async () => {
  expect(await readFile(new File([TEXT], 'x.json'))).toMatchObject({ kind: 'found', file: { id: ID } });
  expect(await readFile(new File([' '.repeat(2_000_000)], 'x.json'))).toEqual({
    kind: 'refused',
    words: 'This is too large for the result of a mock. Nothing was changed.',
  });
});
