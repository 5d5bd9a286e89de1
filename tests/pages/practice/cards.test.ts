/** The cards that practice makes of a sheet. */
import { expect, test } from 'vitest';
import type { TableBlock } from '#bank/blocks.ts';
import { rowsOfSheet } from '#pages/practice/cards.ts';
import { sheet } from '../../support/item-builders.ts';

const table: TableBlock = {
  t: 'table',
  align: [null, null, null],
  head: [['Code'], ['Name'], ['Means']],
  rows: [
    [['200'], ['OK'], ['it worked']],
    [['404'], ['Not found'], ['no such thing']],
  ],
};
const codes = sheet('codes', { body: [{ t: 'p', c: ['Learn them.'] }, table] });

test('a sheet is asked row by row, from the column that its drill asks to the one that it expects', () => {
  const [first, second] = rowsOfSheet(codes, 'forth');
  expect(first).toMatchObject({
    asked: { head: ['Code'], cell: ['200'] },
    expected: { head: ['Means'], cell: ['it worked'] },
    others: [{ head: ['Name'], cell: ['OK'] }],
  });
  expect(second?.asked.cell).toEqual(['404']);
});

test('the other way round the columns change places', () => {
  const [first] = rowsOfSheet(codes, 'back');
  expect([first?.asked.cell, first?.expected.cell]).toEqual([['it worked'], ['200']]);
});

test('a sheet whose table has no such columns, or that has no table, gives no cards', () => {
  expect(rowsOfSheet({ ...codes, drill: { ask: 'Code', answer: 'Colour' } }, 'forth')).toEqual([]);
  expect(rowsOfSheet(sheet('bare'), 'forth')).toEqual([]);
});

test('every table with the columns of the drill is asked, and no other', () => {
  const other: TableBlock = { ...table, head: [['Header'], ['Name'], ['Means']] };
  const two = sheet('two', { body: [table, other, { ...table, rows: [[['500'], ['Error'], ['our fault']]] }] });
  expect(rowsOfSheet(two, 'forth').map(({ asked }) => asked.cell)).toEqual([['200'], ['404'], ['500']]);
});
