import { useSearchParams } from 'react-router';
import type { ItemId, Question } from '#bank/item.ts';
import { mockQuery, readMockLink, type MockLink } from '#mock/link.ts';
import { newSheet, reduceSheet, type PartnerSheet, type SheetInput } from '#mock/partner-sheet.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { drawFor } from '#pages/mock/prepare.ts';
import { getStorage } from '#storage/current.ts';
import { newSheetId, readSheet } from '#storage/partner-sheets.ts';
import { readItem } from '#storage/read-item.ts';
import { useLive } from '#storage/use-live.ts';
import { clearSheet, isAhead, send, usePending } from './store.ts';

export interface OpenSheet {
  readonly link: MockLink;
  readonly sheet: PartnerSheet;
  readonly questions: ReadonlyMap<ItemId, Question>;
  readonly send: (input: SheetInput) => void;
  /** Forgets what was ticked. */
  readonly clear: () => Promise<void>;
  readonly error: string | null;
}

/** The settings that the address carries. Who asks has another memory: only what is the same for everybody is drawn. */
function useSharedLink(): MockLink {
  const [params] = useSearchParams();
  const { settings, unread } = readMockLink((name) => params.get(name));
  return { settings: { ...settings, draw: 'same' }, unread };
}

async function readQuestions({ drafts }: PartnerSheet): Promise<ReadonlyMap<ItemId, Question>> {
  const items = await Promise.all(drafts.map(({ asked }) => readItem(getStorage().db, asked.item)));
  return new Map(items.flatMap((item) => (item?.type === 'question' ? [[item.id, item] as const] : [])));
}

/** The sheet of the interview in the address: as it was left, here or in another tab, or a new one. Undefined until read. */
export function useSheet(environment: Environment): OpenSheet | undefined {
  const link = useSharedLink();
  const { settings } = link;
  const query = mockQuery(settings);
  const today = useToday(environment.settings);
  const { scheduler } = environment.context;
  const { inputs, errors } = usePending();
  const read = useLive(
    async ({ db }) => {
      const stored = (await readSheet(db, query)) ?? {
        sheet: newSheet(newSheetId(), settings, await drawFor(db, settings, today, scheduler), Date.now()),
        revision: 0,
      };
      return { query, stored, questions: await readQuestions(stored.sheet) };
    },
    [query, today, scheduler],
  );
  if (read?.query !== query) return undefined;
  const { stored, questions } = read;
  const sheet = inputs
    .filter((each) => isAhead(each, query, stored))
    .reduce((shown, { input }) => reduceSheet(shown, input), stored.sheet);
  return {
    link,
    sheet,
    questions,
    send: (input) => {
      // What changes nothing, as a clock that is stopped twice, begins no sheet.
      if (reduceSheet(sheet, input) !== sheet) send(query, stored, input);
    },
    clear: () => clearSheet(query),
    error: errors[query] ?? null,
  };
}
