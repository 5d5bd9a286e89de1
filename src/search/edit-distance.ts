/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each counts one. */

/** Terms have at most 48 units, see `words.ts`. */
const WIDTH = 64;
let before = new Uint8Array(WIDTH);
let above = new Uint8Array(WIDTH);
let row = new Uint8Array(WIDTH);

/** Fills the row of the query's unit `i`; returns its least value. */
function fillRow(query: Uint16Array, i: number, chars: Uint16Array, start: number, columns: number): number {
  const unit = query[i - 1];
  row[0] = i;
  let least = i;
  for (let j = 1; j <= columns; j += 1) {
    const other = chars[start + j - 1];
    const diagonal = (above[j - 1] as number) + (unit === other ? 0 : 1);
    let best = Math.min(diagonal, (above[j] as number) + 1, (row[j - 1] as number) + 1);
    const swapped = i > 1 && j > 1 && unit === chars[start + j - 2] && query[i - 2] === other;
    if (swapped) best = Math.min(best, (before[j - 2] as number) + 1);
    row[j] = best;
    least = Math.min(least, best);
  }
  return least;
}

function turnRows(): void {
  [before, above, row] = [above, row, before];
}

/** Fills all rows; false as soon as no way leads to `most` edits or fewer. */
function fillRows(query: Uint16Array, chars: Uint16Array, start: number, columns: number, most: number): boolean {
  for (let j = 0; j <= columns; j += 1) above[j] = j;
  for (let i = 1; i <= query.length; i += 1) {
    if (fillRow(query, i, chars, start, columns) > most) return false;
    turnRows();
  }
  return true;
}

/**
 * How many edits lead from the query to the term in `chars[start, end)`, or, `asPrefix`, to the nearest beginning of it; any
 * number above `most` when there are more. The query has at most 62 units.
 */
export function editDistance(
  query: Uint16Array,
  chars: Uint16Array,
  start: number,
  end: number,
  { most, asPrefix }: { readonly most: number; readonly asPrefix: boolean },
): number {
  const length = end - start;
  const longer = length - query.length;
  if (longer < -most || (!asPrefix && longer > most)) return most + 1;
  const columns = Math.min(length, query.length + most, WIDTH - 1);
  if (!fillRows(query, chars, start, columns, most)) return most + 1;
  return asPrefix ? Math.min(...above.subarray(0, columns + 1)) : (above[columns] as number);
}

/** The UTF-16 units of a text. */
export const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** How many edits lead from a text of at most 62 units to another, or to a beginning of it. */
export function editsBetween(one: string, other: string, most: number): number {
  const units = unitsOf(other);
  return editDistance(unitsOf(one), units, 0, units.length, { most, asPrefix: true });
}

/** How many edits are forgiven in a word of this length. */
export function editsFor(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
