/** A chart's table taken along as CSV. */
import type { StudyDay } from '#memory/study-day.ts';
import { isoOf } from '#pages/parts/dates.ts';

/** A day stands in words on the page, and as `2026-11-22` in a file. */
export type Cell = string | number | { readonly day: StudyDay; readonly text: string };

/** As it stands on the page. */
export function wordsOf(cell: Cell): string | number {
  return typeof cell === 'object' ? cell.text : cell;
}

/** The characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return isoOf(cell.day);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A first column that is the same in every row: its heading and its text. */
  readonly of?: readonly [heading: string, name: string];
}

/** A table as RFC 4180 has it, with the mark that makes spreadsheets read it as UTF-8. */
export function csvOf({ head, rows, of }: CsvTable): string {
  const whole = of ? [[of[0], ...head], ...rows.map((row) => [of[1], ...row])] : [head, ...rows];
  return `\uFEFF${whole.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** No system takes a longer name; a title may carry a company's and a role's. */
const LONGEST = 80;

/** `A year of days` → `lamplight-a-year-of-days.csv`. */
export function fileName(title: string, ending: 'csv' | 'png'): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/gu, '');
  return `lamplight-${words}.${ending}`;
}
