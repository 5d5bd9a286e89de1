/** The record of a mock: what is one, and where a thing that is none is wrong. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAST_MOMENT_MS } from '#review/bounds.ts';
import { MOCK_LIMITS, parseMockRecord } from '#review/mock-record.ts';
import { arbitraryMockRecord, FULL_RECORD, mockAnswer, mockRecord } from '../support/mock-records.ts';

test('a record comes back from JSON as it went', () => {
  fc.assert(
    fc.property(arbitraryMockRecord, (record) => {
      expect(parseMockRecord(JSON.parse(JSON.stringify(record)))).toEqual({
        ok: true,
        record: JSON.parse(JSON.stringify(record)),
      });
    }),
  );
  expect(parseMockRecord(FULL_RECORD)).toEqual({ ok: true, record: FULL_RECORD });
});

test('the place of what is wrong is told', () => {
  const [full, cause] = FULL_RECORD.answers;
  const wrong: readonly [unknown, string][] = [
    [null, 'mock'],
    [{ ...FULL_RECORD, mood: 'fine' }, 'mood'],
    [{ ...FULL_RECORD, startedAtMs: -1 }, 'startedAtMs'],
    [{ ...FULL_RECORD, finishedAtMs: LAST_MOMENT_MS + 1 }, 'finishedAtMs'],
    [{ ...FULL_RECORD, answers: Array(MOCK_LIMITS.answers + 1).fill(mockAnswer()) }, 'answers'],
    [mockRecord({ answers: [mockAnswer({ guess: 101 })] }), 'answers.0.guess'],
    [
      mockRecord({ answers: [{ ...mockAnswer(), axes: { ...mockAnswer().axes, charm: 1 } as never }] }),
      'answers.0.axes.charm',
    ],
    [
      mockRecord({ answers: [full ?? mockAnswer(), { ...mockAnswer(), ...cause, tier: 'lead' as never }] }),
      'answers.1.tier',
    ],
  ];
  for (const [value, place] of wrong) {
    const parsed = parseMockRecord(value);
    expect(parsed.ok ? 'sound' : parsed.why).toMatch(new RegExp(`^${place.replaceAll('.', String.raw`\.`)}: `, 'u'));
  }
});
