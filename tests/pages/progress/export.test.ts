/** What a chart is as a file. */
import { expect, test } from 'vitest';
import { csvOf, fileName } from '#pages/progress/export.ts';
import { linesIn } from '#pages/progress/picture.ts';
import { studyDay } from '../../support/builders.ts';

test('a table as CSV has every cell, days as dates, and quotes what would break a row', () => {
  const csv = csvOf({
    head: ['Day', 'Plan, minutes', 'Says'],
    rows: [
      [{ day: studyDay(20_779), text: 'Today' }, 20, 'plain'],
      [{ day: studyDay(20_780), text: 'Tomorrow' }, 0.5, 'two\nlines, and "a word"'],
    ],
  });
  expect(csv).toBe(
    '\uFEFFDay,"Plan, minutes",Says\r\n2026-11-22,20,plain\r\n2026-11-23,0.5,"two\nlines, and ""a word"""\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1', '\n=1', '＝1'])(
  '%j is a text to a spreadsheet, no formula',
  (name) => {
    const csv = csvOf({ head: ['Grade'], rows: [['Good']], of: ['Question', name] });
    const [, , cell = ''] = /^\uFEFFQuestion,Grade\r\n("?)([\s\S]+?)\1,Good\r\n$/u.exec(csv) ?? [];
    expect(cell).toBe(`'${name}`);
  },
);

test('a number that is less than nothing stays a number', () => {
  expect(csvOf({ head: ['n'], rows: [[-3]] })).toBe('\uFEFFn\r\n-3\r\n');
});

test('a file is named after its chart, in any script, and never too long for a disk', () => {
  expect(fileName('A year of days', 'csv')).toBe('lamplight-a-year-of-days.csv');
  expect(fileName('Ready for Entwickler:in at Größe & Söhne', 'png')).toBe(
    'lamplight-ready-for-entwickler-in-at-größe-söhne.png',
  );
  expect(fileName(`Ready for ${'../x '.repeat(200)}`, 'csv')).toMatch(/^lamplight-ready-for-[x-]{1,70}x\.csv$/u);
});

test('the title over a picture is broken where it would be cut off, and no word is lost', () => {
  const widthOf = (line: string): number => line.length;
  expect(linesIn('The memory of one card: What is it?', 14, widthOf)).toEqual([
    'The memory of',
    'one card: What',
    'is it?',
  ]);
  expect(linesIn('a supercalifragilistic word', 10, widthOf)).toEqual(['a', 'supercalifragilistic', 'word']);
  expect(linesIn('', 10, widthOf)).toEqual([]);
});
