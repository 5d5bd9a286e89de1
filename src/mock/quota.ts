/** How a number of questions is shared out over topics and tiers, and which of each go together. */

/**
 * Whole numbers that add up to `total`, each within one of its exact share by weight (the method of largest remainders).
 * Equal remainders are decided by `lot`, the higher first. All zero when no weight is above 0.
 */
export function shareOut(total: number, weights: readonly number[], lot: (index: number) => number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = [...weights.keys()]
    .filter((index) => (weights[index] ?? 0) > 0)
    .toSorted((a, b) => remainder(exact[b]) - remainder(exact[a]) || lot(b) - lot(a));
  for (const index of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** The least whole numbers that no share by weight exceeds: what `shareOut` may give at most. */
export function highestShares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum > 0 ? Math.ceil((total * weight) / sum - 1e-9) : 0));
}

/** Rounded, so that a third of nine and three have the same remainder on every machine. */
function remainder(exact: number = 0): number {
  return Math.round((exact - Math.floor(exact)) * 1e9);
}

export interface CrossInput {
  readonly rows: readonly number[];
  /** What a row may hold at most when another cannot be filled; the wished number when missing. */
  readonly most?: readonly number[];
  readonly columns: readonly number[];
  /** How many there are for a row and a column together. */
  readonly roomAt: (row: number, column: number) => number;
  readonly lot: (row: number, column: number) => number;
}

/**
 * A table of whole numbers whose rows and columns add up to the wished sums as far as there is room: as much as possible is
 * placed, whatever has to move for it (augmenting paths). Columns are never exceeded, rows only up to `most` by one each, and only
 * for what another row could not take.
 */
export function crossTable(input: CrossInput): number[][] {
  const table = input.rows.map(() => input.columns.map(() => 0));
  const used = input.columns.map(() => 0);
  const tryRow = (row: number): boolean => place({ ...input, table, used, seen: new Set() }, row);
  const rounds = Math.max(0, ...input.rows);
  let left = 0;
  for (let unit = 0; unit < rounds; unit += 1) {
    input.rows.forEach((wished, row) => {
      if (unit < wished && !tryRow(row)) left += 1;
    });
  }
  input.rows.forEach((wished, row) => {
    const held = table[row]?.reduce((sum, cell) => sum + cell, 0) ?? 0;
    if (left > 0 && held === wished && wished < (input.most?.[row] ?? wished) && tryRow(row)) left -= 1;
  });
  return table;
}

interface Search extends CrossInput {
  readonly table: number[][];
  readonly used: number[];
  readonly seen: Set<number>;
}

/** Places one more in a row, in the column that lacks most; moves what another row has there if it must. */
function place(search: Search, row: number): boolean {
  const { columns, used, seen, roomAt, lot } = search;
  const lacking = (column: number): number => 1 - (used[column] ?? 0) / Math.max(1, columns[column] ?? 0);
  const order = [...columns.keys()].toSorted((a, b) => lacking(b) - lacking(a) || lot(row, b) - lot(row, a));
  for (const column of order) {
    const own = search.table[row];
    if (!own || seen.has(column) || (own[column] ?? 0) >= roomAt(row, column)) continue;
    seen.add(column);
    if (!makeRoom(search, column)) continue;
    own[column] = (own[column] ?? 0) + 1;
    used[column] = (used[column] ?? 0) + 1;
    return true;
  }
  return false;
}

/** Whether the column can take one more, after another row has moved one elsewhere if need be. */
function makeRoom(search: Search, column: number): boolean {
  const { columns, used, table } = search;
  if ((used[column] ?? 0) < (columns[column] ?? 0)) return true;
  return table.some((cells, other) => {
    if ((cells[column] ?? 0) === 0 || !place(search, other)) return false;
    cells[column] = (cells[column] ?? 0) - 1;
    used[column] = (used[column] ?? 0) - 1;
    return true;
  });
}
