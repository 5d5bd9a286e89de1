/** What a rule sees and what it says. One rule a file; `rules.ts` has the table. */
import type { Fault } from '../fault.ts';
import type { Item, ItemKind, Question } from '../item.ts';
import type { PackHead } from '../head.ts';
import type { ParsedHead, ParsedItem } from '../parsed.ts';

export interface LintBank {
  readonly head: ParsedHead;
  readonly items: readonly ParsedItem[];
  readonly byId: ReadonlyMap<string, Item>;
  /** Ids of files that are there but could not be parsed: a link to one is no broken link. */
  readonly unreadable: ReadonlySet<string>;
  /** `YYYY-MM` of the day of the check. */
  readonly month: string;
}

export interface Rule {
  readonly name: string;
  /** Errors fail the check; warnings are printed. */
  readonly level: 'error' | 'warning';
  check(bank: LintBank): Fault[];
}

export interface LintInput {
  readonly head: ParsedHead;
  readonly items: readonly ParsedItem[];
  readonly unreadable?: Iterable<string>;
  readonly month: string;
}

/** The first item keeps an id that two share; a rule of its own reports the second. */
export function lintBank({ head, items, unreadable = [], month }: LintInput): LintBank {
  const byId = new Map<string, Item>();
  for (const { item } of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return { head, items, byId, unreadable: new Set(unreadable), month };
}

export type Parsed<K extends ItemKind> = ParsedItem & { readonly item: Extract<Item, { type: K }> };

export function ofKind<K extends ItemKind>(bank: LintBank, kind: K): Parsed<K>[] {
  return bank.items.filter((parsed): parsed is Parsed<K> => parsed.item.type === kind);
}

export function questions(bank: LintBank): (ParsedItem & { readonly item: Question })[] {
  return ofKind(bank, 'question');
}

export function packHead(bank: LintBank): PackHead {
  return bank.head.head;
}

export function faultAt(parsed: ParsedItem, line: number, what: string, remedy: string): Fault {
  return { file: parsed.item.file, line, what, remedy };
}
