import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemId, Question } from '#bank/item.ts';
import { newSheet, reduceSheet, type PartnerSheet, type SheetInput } from '#mock/partner-sheet.ts';
import { mockFromParams, mockQuery, type MockSettings } from '#mock/settings.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { notStored } from '#pages/parts/not-stored.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { drawFor } from '#pages/mock/prepare.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { dropSheet, newSheetId, readSheet, writeSheet } from '#storage/partner-sheets.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';

export interface OpenSheet {
  readonly sheet: PartnerSheet;
  readonly questions: ReadonlyMap<ItemId, Question>;
  readonly send: (input: SheetInput) => void;
  /** Forgets what was ticked. */
  readonly clear: () => Promise<void>;
  readonly error: string | null;
}

/** The settings that the address carries. Who asks has another memory: only what is the same for everybody is drawn. */
function useLinkSettings(): MockSettings {
  const [params] = useSearchParams();
  return { ...mockFromParams((name) => params.get(name)), draw: 'same' };
}

async function readQuestions({ drafts }: PartnerSheet): Promise<ReadonlyMap<ItemId, Question>> {
  const items = await Promise.all(drafts.map(({ asked }) => readItem(getStorage().db, asked.item)));
  return new Map(items.flatMap((item) => (item?.type === 'question' ? [[item.id, item] as const] : [])));
}

/** The sheet of the interview in the address: as it was left, or a new one. Undefined until read. */
export function useSheet(environment: Environment): OpenSheet | undefined {
  const settings = useLinkSettings();
  const query = mockQuery(settings);
  const today = useToday(environment.settings);
  const { scheduler } = environment.context;
  const [changed, setChanged] = useState<{ readonly query: string; readonly sheet: PartnerSheet } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const storing = useRef(Promise.resolve());
  const read = useLive(
    async ({ db }) => {
      const sheet =
        (await readSheet(db, query)) ??
        newSheet(newSheetId(), settings, await drawFor(db, settings, today, scheduler), Date.now());
      return { query, sheet, questions: await readQuestions(sheet) };
    },
    [query, today, scheduler],
  );
  if (read?.query !== query) return undefined;
  const sheet = changed?.query === query ? changed.sheet : read.sheet;

  const tellRefused = (reason: unknown): void => setError(notStored(problemOf(reason) === 'full'));
  const storeAfter = async (before: Promise<void>, next: PartnerSheet): Promise<void> => {
    await before;
    try {
      await writeSheet(getStorage().db, query, next);
      setError(null);
    } catch (reason) {
      tellRefused(reason);
    }
  };
  return {
    sheet,
    questions: read.questions,
    send: (input) => {
      const next = reduceSheet(sheet, input);
      setChanged({ query, sheet: next });
      storing.current = storeAfter(storing.current, next);
    },
    clear: async () => {
      await storing.current;
      try {
        await dropSheet(getStorage().db, query);
        setChanged(null);
      } catch (reason) {
        tellRefused(reason);
      }
    },
    error,
  };
}
