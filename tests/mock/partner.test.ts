/** The sheet of the one who asks, and its way to the other device. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId, Question } from '#bank/item.ts';
import { codeOf, readCode } from '#exchange/qr.ts';
import { MOCK_FILE_BYTES, mockFileText, readMockFile } from '#exchange/mock-file.ts';
import { collect, MOST_PIECES, piecesOf } from '#mock/partner-frames.ts';
import {
  askedCount,
  newSheet,
  recordOfSheet,
  reduceSheet,
  type PartnerSheet,
  type SheetInput,
} from '#mock/partner-sheet.ts';
import { DEFAULT_MOCK } from '#mock/settings.ts';
import { parseMockRecord } from '#review/mock-record.ts';
import { itemId, pointId } from '../support/builders.ts';
import { question } from '../support/item-builders.ts';
import { candidate } from './candidates.ts';

const START = Date.UTC(2026, 10, 22, 9);
const ID = '01a20cc8-b000-7000-8000-000000000001';
const QUESTIONS: ReadonlyMap<ItemId, Question> = new Map(
  ['a', 'b', 'c'].map((id) => [itemId(id), question(id)] as const),
);

function sheet(): PartnerSheet {
  const questions = ['a', 'b', 'c'].map((id) => candidate(id));
  return newSheet(ID, { ...DEFAULT_MOCK, draw: 'same' }, { questions, notes: [] }, START);
}

function play(inputs: readonly SheetInput[]): PartnerSheet {
  return inputs.reduce(reduceSheet, sheet());
}

const FULL: readonly SheetInput[] = [
  { type: 'asked', place: 0, nowMs: START + 1000 },
  { type: 'ticked', place: 0, point: pointId('c1') },
  { type: 'held', place: 0, ask: 'And then?', points: [pointId('c1')] },
  { type: 'judged', place: 0, axis: 'depth', step: 2 },
  { type: 'noted', place: 0, text: 'Calm.' },
  { type: 'asked', place: 2, nowMs: START + 61_000 },
  { type: 'answered', nowMs: START + 91_000 },
];

describe('the sheet', () => {
  test('a question that was not asked after all leaves the record, with its clock; its ticks wait', () => {
    const asked = play(FULL);
    const place = asked.drafts.findIndex(({ ticked }) => Object.keys(ticked).length > 0);
    const back = reduceSheet({ ...asked, asking: { place, sinceMs: START } }, { type: 'unasked', place });
    expect(askedCount(back)).toBe(askedCount(asked) - 1);
    expect(back).toMatchObject({ asking: null });
    expect(back.drafts[place]).toMatchObject({ speakMs: 0, ticked: asked.drafts[place]?.ticked });
    const items = recordOfSheet(back, QUESTIONS, START + 100_000).answers.map(({ item }) => item);
    expect(items).not.toContain(asked.drafts[place]?.asked.item);
    const other = { place: place + 1, sinceMs: START };
    expect(reduceSheet({ ...asked, asking: other }, { type: 'unasked', place }).asking).toEqual(other);
  });

  test('makes the record of a mock by oneself: points, follow-ups, axes, notes and times', () => {
    const record = recordOfSheet(play(FULL), QUESTIONS, START + 100_000);
    expect(parseMockRecord(record)).toMatchObject({ ok: true });
    expect(record).toMatchObject({ by: 'partner', ended: 'early', startedAtMs: START, finishedAtMs: START + 100_000 });
    const [first, third] = record.answers;
    expect(record.answers.map(({ item }) => item)).toEqual(['a', 'c']);
    expect(first).toMatchObject({ outcome: 'graded', notes: 'Calm.', speakMs: 60_000, event: null });
    expect(first?.points.map(({ id, heard }) => [id, heard])).toContainEqual(['c1', 'said']);
    expect(first?.points.filter(({ heard }) => heard === 'missed').length).toBe(question('a').keyPoints.length - 1);
    expect(first?.followUps).toEqual([{ ask: 'And then?', held: true, tookMs: 0 }]);
    expect(first?.axes.depth).toBe(2);
    expect(third).toMatchObject({ outcome: 'graded', speakMs: 30_000 });
    expect(third?.points.every(({ heard }) => heard === 'missed')).toBe(true);
  });

  test('takes back what is pressed twice, and counts what was asked', () => {
    const twice = play([...FULL.slice(1, 4), ...FULL.slice(1, 4)]);
    expect(twice.drafts[0]).toMatchObject({ ticked: {}, followUps: [], axes: { depth: 2 } });
    expect(askedCount(twice)).toBe(1);
    expect(askedCount(sheet())).toBe(0);
  });

  test('adds up the time of a question that was asked again, also while its clock runs and when the clock went back', () => {
    const again = play([
      { type: 'asked', place: 0, nowMs: START },
      { type: 'asked', place: 1, nowMs: START + 5000 },
      { type: 'asked', place: 0, nowMs: START + 9000 },
    ]);
    expect(recordOfSheet(again, QUESTIONS, START + 12_000).answers.map(({ speakMs }) => speakMs)).toEqual([8000, 4000]);
    expect(recordOfSheet(again, QUESTIONS, START - 5).answers[0]?.speakMs).toBe(5000);
  });

  test('a clock that was left running over an hour timed no answer', () => {
    const asked = play([{ type: 'asked', place: 0, nowMs: START }]);
    const back = reduceSheet(asked, { type: 'answered', nowMs: START + 3_600_001 });
    expect(back).toMatchObject({ asking: null, drafts: [{ answered: true, speakMs: 0 }, {}, {}] });
    expect(recordOfSheet(asked, QUESTIONS, START + 3_600_000).answers[0]?.speakMs).toBe(3_600_000);
  });

  test('a question that has left the bank is not scored, and complete is only what was asked in full', () => {
    const all = play([0, 1, 2].map((place) => ({ type: 'noted', place, text: 'x' }) as const));
    expect(recordOfSheet(all, QUESTIONS, START).ended).toBe('complete');
    const without = new Map([...QUESTIONS].filter(([id]) => id !== itemId('b')));
    expect(recordOfSheet(all, without, START).answers.map(({ outcome }) => outcome)).toEqual([
      'graded',
      'unscored',
      'graded',
    ]);
  });
});

describe('pieces', () => {
  const bytesOf = fc.uint8Array({ maxLength: 6000 });

  test('come together to the same bytes in any order, repeated, with anything between them', () => {
    fc.assert(
      fc.property(bytesOf, fc.infiniteStream(fc.nat()), fc.string(), (bytes, dice, between) => {
        const pieces = piecesOf(bytes) ?? [];
        const mixed = [...pieces, ...pieces.slice(0, 2)]
          .map((piece) => [piece, dice.next().value] as const)
          .toSorted((a, b) => a[1] - b[1])
          .map(([piece]) => piece);
        expect(collect(mixed.join(` ${between.replaceAll('LM1', '')}\n`))).toEqual(
          bytes.length === 0 ? { kind: 'none' } : { kind: 'whole', bytes },
        );
      }),
    );
  });

  test('that are not all there say how many are, and never those of another result', () => {
    const one = piecesOf(new Uint8Array(1500).fill(7)) ?? [];
    const other = piecesOf(new Uint8Array(1500).fill(8)) ?? [];
    expect(one).toHaveLength(4);
    expect(collect(one.slice(1).join('\n'))).toEqual({ kind: 'some', have: 3, of: 4 });
    expect(collect([...other, ...one.slice(0, 2)].join('\n'))).toEqual({ kind: 'some', have: 2, of: 4 });
  });

  test('with one sign changed are damaged, not another result', () => {
    const [piece = ''] = piecesOf(new Uint8Array(90).fill(9)) ?? [];
    const changed = `${piece.slice(0, -1)}${piece.endsWith('A') ? 'B' : 'A'}`;
    expect(collect(changed)).toEqual({ kind: 'damaged' });
  });

  test('any text is read without a fault, and too much gives no pieces', () => {
    fc.assert(fc.property(fc.string(), (text) => ['none', 'some'].includes(collect(`LM1.${text}`).kind)));
    expect(collect('LM1.1/0.00000000.AAAA').kind).toBe('none');
    expect(collect('LM1.1/99.00000000.AAAA').kind).toBe('none');
    expect(piecesOf(new Uint8Array(640 * MOST_PIECES))).toBeNull();
  });

  test('each is a code that can be read again', () => {
    for (const piece of piecesOf(Uint8Array.from({ length: 700 }, (_, index) => (index * 37) % 251)) ?? []) {
      const code = codeOf(piece);
      const scale = 3;
      const width = code.length * scale;
      const data = new Uint8ClampedArray(width * width * 4).fill(255);
      for (let at = 0; at < width * width; at += 1) {
        const dark = code[Math.floor(at / width / scale)]?.[Math.floor((at % width) / scale)];
        if (dark) data.fill(0, at * 4, at * 4 + 3);
      }
      expect(readCode({ width, height: width, data })).toBe(piece);
    }
  });

  test('a picture without a code is read as nothing', () => {
    expect(readCode({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(200) })).toBeNull();
  });
});

describe('the file', () => {
  const mock = recordOfSheet(play(FULL), QUESTIONS, START + 100_000);
  const text = mockFileText({ id: ID, mock });
  const changed = (over: Record<string, unknown>): string =>
    JSON.stringify({ ...(JSON.parse(text) as object), ...over });

  test('is read as it was written', () => {
    expect(readMockFile(text)).toEqual({ ok: true, file: { id: ID, mock } });
  });

  test('never brings events of its own, and is always a partner’s', () => {
    const sly = { ...mock, by: 'self', answers: mock.answers.map((answer) => ({ ...answer, event: ID })) };
    const read = readMockFile(changed({ mock: sly }));
    expect(read).toEqual({ ok: true, file: { id: ID, mock } });
  });

  test.each([
    ['what is too long', 'x'.repeat(MOCK_FILE_BYTES + 1), 'tooLarge'],
    ['what is no JSON', '{"format":', 'notJson'],
    ['another file', '{"format":"lamplight-backup","version":1}', 'notMock'],
    ['a list', '[]', 'notMock'],
    ['null', 'null', 'notMock'],
    ['a newer version', changed({ version: 2 }), 'newer'],
    ['an id that is none', changed({ id: '../x' }), 'invalid'],
    ['a field too many', changed({ extra: 1 }), 'invalid'],
    ['a record that is none', changed({ mock: {} }), 'invalid'],
    ['an end before the start', changed({ mock: { ...mock, finishedAtMs: 5 } }), 'invalid'],
    ['too many answers', changed({ mock: { ...mock, answers: Array(61).fill(mock.answers[0]) } }), 'invalid'],
  ])('refuses %s', (_what, odd, kind) => {
    expect(readMockFile(odd)).toMatchObject({ ok: false, fault: { kind } });
  });

  test('refuses any other text without a fault of its own', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (odd) => !readMockFile(odd).ok));
  });

  test('cut off anywhere, it is refused', () => {
    for (let length = 0; length < text.length; length += 97) expect(readMockFile(text.slice(0, length)).ok).toBe(false);
  });
});
