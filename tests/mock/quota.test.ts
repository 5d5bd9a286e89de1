/** Sharing out and crossing, against a search of all possibilities. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossTable, shareOut } from '#mock/quota.ts';

test('shares add up to the whole and are within one of exact', () => {
  const weights = fc.array(fc.constantFrom(0, 0.1, 1, 2, 3, 7), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, fc.nat(50), fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), (all, total, lot) => {
      const shares = shareOut(total, all, (index) => lot[index] ?? 0);
      const sum = all.reduce<number>((whole, weight) => whole + weight, 0);
      expect(shares.reduce((whole, share) => whole + share, 0)).toBe(sum > 0 ? total : 0);
      if (sum === 0) return;
      all.forEach((weight, index) => expect(Math.abs((shares[index] ?? 0) - (total * weight) / sum)).toBeLessThan(1));
    }),
  );
});

/** The most that fits, by trying every table. */
function mostThatFits(
  rows: readonly number[],
  columns: readonly number[],
  room: readonly (readonly number[])[],
): number {
  const cells = rows.flatMap((_, row) => columns.map((__, column) => [row, column] as const));
  const search = (at: number, rowLeft: readonly number[], columnLeft: readonly number[]): number => {
    const [row = 0, column = 0] = cells[at] ?? [];
    if (at === cells.length) return 0;
    const most = Math.min(rowLeft[row] ?? 0, columnLeft[column] ?? 0, room[row]?.[column] ?? 0);
    const tries = Array.from({ length: most + 1 }, (_, put) => {
      const less = (left: readonly number[], place: number) => left.map((n, index) => (index === place ? n - put : n));
      return put + search(at + 1, less(rowLeft, row), less(columnLeft, column));
    });
    return Math.max(...tries);
  };
  return search(0, rows, columns);
}

test('a table holds as much as any table could, and never more than rows, columns and cells allow', () => {
  const small = fc.array(fc.nat(3), { minLength: 1, maxLength: 3 });
  const rooms = fc.array(fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(small, small, rooms, (rows, columns, room) => {
      const table = crossTable({
        rows,
        columns,
        roomAt: (r, c) => room[r]?.[c] ?? 0,
        lot: (r, c) => (r * 7 + c * 3) % 5,
      });
      const placed = table.flat().reduce((sum, cell) => sum + cell, 0);
      expect(placed).toBe(mostThatFits(rows, columns, room));
      table.forEach((cells, row) => {
        expect(cells.reduce((sum, cell) => sum + cell, 0)).toBeLessThanOrEqual(rows[row] ?? 0);
        cells.forEach((cell, column) => expect(cell).toBeLessThanOrEqual(room[row]?.[column] ?? 0));
      });
      columns.forEach((most, column) => {
        expect(table.reduce((sum, cells) => sum + (cells[column] ?? 0), 0)).toBeLessThanOrEqual(most);
      });
    }),
    { numRuns: 300 },
  );
});
