/** What was done to a partner sheet and is not read back yet: shown at once, kept until it is stored, tried again with the next step. */
import { create } from 'zustand';
import type { SheetInput } from '#mock/partner-sheet.ts';
import { notStored } from '#pages/parts/not-stored.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { changeSheet, dropSheet, type StoredSheet } from '#storage/partner-sheets.ts';

export interface PendingInput {
  readonly query: string;
  readonly input: SheetInput;
  /** With which sheet and revision it was stored; null: not yet. */
  readonly stored: { readonly id: string; readonly revision: number } | null;
}

interface Pending {
  readonly inputs: readonly PendingInput[];
  /** Why the last step on a sheet is not stored, by its address; none where it is. */
  readonly errors: Readonly<Record<string, string | null>>;
}

export const usePending = create<Pending>(() => ({ inputs: [], errors: {} }));
const { getState, setState } = usePending;

/** Steps are stored one after the other. */
let storing = Promise.resolve();

/** Whether a step is not yet in what was read of its sheet. */
export function isAhead({ query, stored }: PendingInput, at: string, read: StoredSheet): boolean {
  if (query !== at) return false;
  return stored === null || (stored.id === read.sheet.id && stored.revision > read.revision);
}

/** Makes a step on the sheet of this address. `read` is the sheet as it was read last. */
export function send(query: string, read: StoredSheet, input: SheetInput): void {
  const ahead = getState().inputs.filter((each) => each.query !== query || isAhead(each, query, read));
  setState({ inputs: [...ahead, { query, input, stored: null }] });
  storing = storeAfter(storing, query, read);
}

async function storeAfter(before: Promise<void>, query: string, read: StoredSheet): Promise<void> {
  await before;
  const open = getState().inputs.filter((each) => each.query === query && each.stored === null);
  if (open.length === 0) return;
  try {
    const { sheet, revision } = await changeSheet(
      getStorage().db,
      query,
      read,
      open.map(({ input }) => input),
      Date.now(),
    );
    const stored = { id: sheet.id, revision };
    setState(({ inputs, errors }) => ({
      inputs: inputs.map((each) => (open.includes(each) ? { ...each, stored } : each)),
      errors: { ...errors, [query]: null },
    }));
  } catch (reason) {
    tellRefused(query, reason);
  }
}

function tellRefused(query: string, reason: unknown): void {
  setState(({ errors }) => ({ errors: { ...errors, [query]: notStored(problemOf(reason) === 'full') } }));
}

/** Forgets what was ticked. */
export async function clearSheet(query: string): Promise<void> {
  await storing;
  try {
    await dropSheet(getStorage().db, query);
    setState(({ inputs, errors }) => ({
      inputs: inputs.filter((each) => each.query !== query),
      errors: { ...errors, [query]: null },
    }));
  } catch (reason) {
    tellRefused(query, reason);
  }
}
