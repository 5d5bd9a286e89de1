/** Takes questions one at a time and forgets all but the newest: a keystroke never waits for an older one. */
import type { LamplightDb } from './database.ts';
import type { SearchAsk, SearchReply } from './search-answer.ts';
import { SearchEngine } from './search-work.ts';

export interface SearchDesk {
  readonly ask: (id: number, ask: SearchAsk) => void;
  readonly refresh: () => void;
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Opens the desk and gets the index ready at once. `base` is the address of the packs, if there is one. `send` gets each answer. */
export function openDesk(db: LamplightDb, base: string | null, send: (reply: SearchReply) => void): SearchDesk {
  const engine = new SearchEngine(db, base);
  let newest = 0;

  const work = async (id: number, ask: SearchAsk): Promise<void> => {
    try {
      await engine.ask(
        ask,
        () => id !== newest,
        (answer, last) => send({ type: 'answer', id, answer, last }),
      );
    } catch (error) {
      if (id === newest) send({ type: 'failed', id, detail: wordsOf(error) });
    }
  };
  const refresh = async (): Promise<void> => {
    try {
      await engine.refresh();
      send({ type: 'ready' });
    } catch {
      // The next question tries again, and tells the person if it fails.
    }
  };
  void refresh();
  return {
    ask: (id, ask) => {
      newest = id;
      // Questions that wait in line are taken in before the first of them is looked at.
      setTimeout(() => {
        if (id === newest) void work(id, ask);
      });
    },
    refresh: () => void refresh(),
  };
}
