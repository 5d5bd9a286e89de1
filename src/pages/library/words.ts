/** The Library's counts in words. */
import type { ItemKind } from '#bank/item.ts';
import { countOf, grouped } from '#pages/parts/format.ts';
import { KINDS } from './filters.ts';

const ONE: Readonly<Record<ItemKind, string>> = {
  question: 'question',
  error: 'error',
  snippet: 'snippet',
  sheet: 'sheet',
  path: 'path',
};

const MANY: Readonly<Record<ItemKind, string>> = {
  question: 'Questions',
  error: 'Errors',
  snippet: 'Snippets',
  sheet: 'Sheets',
  path: 'Paths',
};

/** `Questions`, `Errors`, … */
export function kindName(kind: ItemKind): string {
  return MANY[kind];
}

/** `error`, for a line among others. */
export function kindWord(kind: ItemKind): string {
  return ONE[kind];
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `65 questions, 6 errors and 1 path`: the kinds that there are. */
export function holdings(counts: ReadonlyMap<ItemKind, number>): string {
  return list.format(
    KINDS.flatMap((kind) => {
      const count = counts.get(kind) ?? 0;
      return count === 0 ? [] : [countOf(count, ONE[kind])];
    }),
  );
}

/** `Showing 12 of 65 questions`; without a kind they are entries. */
export function showing(shown: number, total: number, kind: ItemKind | null): string {
  const whole = countOf(total, kind === null ? 'entry' : ONE[kind], kind === null ? 'entries' : undefined);
  if (shown < total) return `Showing ${grouped(shown)} of ${whole}`;
  if (total === 0) return `No ${whole.replace(/^0 /u, '')}`;
  return `Showing ${total === 1 ? '' : 'all '}${whole}`;
}
