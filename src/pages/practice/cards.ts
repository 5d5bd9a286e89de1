/** What practice asks: whole items, and the rows of sheets in either direction. */
import type { Inline, TableBlock } from '#bank/blocks.ts';
import type { ItemId, Sheet } from '#bank/item.ts';
import { plainOf } from '#bank/inlines.ts';
import type { Entry } from '#pages/library/entry.ts';
import { readOrder } from '#pages/library/listing.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import { readItem } from '#storage/read-item.ts';
import { PRACTICE_LIMIT } from './address.ts';

export const WAYS = ['forth', 'back'] as const;
/** `forth`: from the column that a drill asks to the one that it expects; `back`: the other way round. */
export type Way = (typeof WAYS)[number];

type Cell = readonly Inline[];

export interface RowCard {
  readonly kind: 'row';
  readonly item: ItemId;
  /** Title of the sheet. */
  readonly sheet: string;
  /** Heading of the column that is asked, and the cell. */
  readonly asked: { readonly head: Cell; readonly cell: Cell };
  readonly expected: { readonly head: Cell; readonly cell: Cell };
  /** The other columns of the row. */
  readonly others: readonly { readonly head: Cell; readonly cell: Cell }[];
}

export type PracticeCard = RowCard | { readonly kind: 'item'; readonly item: ItemId };

export interface PracticeList {
  readonly cards: readonly PracticeCard[];
  /** How many entries of the list were left out because there are too many. */
  readonly cut: number;
  /** Whether a row of a sheet is among the cards, so that a direction can be chosen. */
  readonly hasRows: boolean;
}

function columnOf({ head }: TableBlock, name: string): number {
  return head.findIndex((cell) => plainOf(cell) === name);
}

/** The rows of a sheet's tables as cards: of every table that has the two columns of its drill. */
export function rowsOfSheet({ id, title, body, drill }: Sheet, way: Way): RowCard[] {
  const [from, to] = way === 'forth' ? [drill.ask, drill.answer] : [drill.answer, drill.ask];
  return body.flatMap((table) => {
    if (table.t !== 'table') return [];
    const [ask, answer] = [columnOf(table, from), columnOf(table, to)];
    if (ask < 0 || answer < 0) return [];
    return table.rows.map((row): RowCard => {
      const part = (column: number) => ({ head: table.head[column] ?? [], cell: row[column] ?? [] });
      const others = row.flatMap((_, column) => (column === ask || column === answer ? [] : [part(column)]));
      return { kind: 'row', item: id, sheet: title, asked: part(ask), expected: part(answer), others };
    });
  });
}

async function cardsOf({ id, kind }: Entry, way: Way): Promise<PracticeCard[]> {
  const item = id as ItemId;
  if (kind !== 'sheet') return [{ kind: 'item', item }];
  const sheet = await readItem(getStorage().db, item);
  return sheet?.type === 'sheet' ? rowsOfSheet(sheet, way) : [];
}

/** The cards of a list of the Library, in its order. @throws CorruptRowError */
export async function readPracticeList(list: string, way: Way, environment: Environment): Promise<PracticeList> {
  const order = await readOrder(list, environment);
  const taken = order.slice(0, PRACTICE_LIMIT);
  const cards = (await Promise.all(taken.map((entry) => cardsOf(entry, way)))).flat();
  return { cards, cut: order.length - taken.length, hasRows: taken.some(({ kind }) => kind === 'sheet') };
}
