/** Takes questions one at a time and forgets all but the newest: a keystroke never waits for an older one. */
import { liveQuery } from 'dexie';
import type { LamplightDb } from './database.ts';
import type { SearchAsk, SearchReply } from './search-answer.ts';
import { SearchEngine } from './search-work.ts';

export interface SearchDesk {
  readonly ask: (id: number, ask: SearchAsk) => void;
  /** Answers what may be typed next, one after another until the next question comes. */
  readonly lookAhead: (id: number, ask: SearchAsk) => void;
  readonly refresh: () => void;
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Nothing is looked for ahead while the page draws an answer, and then for so long at most. */
const DRAWING_MS = 50;
const AHEAD_MS = 150;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function refreshed(engine: SearchEngine, send: (reply: SearchReply) => void): Promise<void> {
  try {
    await engine.refresh();
    send({ type: 'ready' });
  } catch {
    // The next question tries again, and tells the person if it fails.
  }
}

/** Calls back with every change of the banks from now on; their keys alone are read, for it begins beside the index. */
function onBanks(db: LamplightDb, changed: () => void): void {
  let first = true;
  liveQuery(() => db.banks.toCollection().primaryKeys()).subscribe({
    next: () => {
      if (!first) changed();
      first = false;
    },
    // The next question tells of a database that cannot be read.
    error: () => undefined,
  });
}

/** Opens the desk and gets the index ready at once. `base` is the address of the packs, if there is one. `send` gets each answer. */
export function openDesk(db: LamplightDb, base: string | null, send: (reply: SearchReply) => void): SearchDesk {
  const engine = new SearchEngine(db, base);
  let newest = 0;
  /** The last question, answered or not. */
  let standing: SearchAsk | null = null;

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
  const refresh = (): Promise<void> => refreshed(engine, send);
  let fresh = refresh();
  /** One that is under way may have looked before the change that this is for. */
  const refreshAfter = (): Promise<void> => {
    fresh = fresh.then(refresh);
    return fresh;
  };
  /** On a first visit one may search while the bank still comes: when it is there, what stands is answered anew. */
  const renew = async (): Promise<void> => {
    await refreshAfter();
    if (standing) await work(newest, standing);
  };
  onBanks(db, () => void renew());

  const lookAhead = async (id: number, ask: SearchAsk): Promise<void> => {
    const isStale = (): boolean => id !== newest;
    await pause(DRAWING_MS);
    await fresh;
    const endMs = performance.now() + AHEAD_MS;
    try {
      for (const text of isStale() ? [] : engine.continuations(ask.text)) {
        await engine.ask({ ...ask, text }, isStale, (answer, last) => last && send({ type: 'ahead', id, answer }));
        // A question that has come meanwhile has its turn.
        await pause(0);
        if (isStale() || performance.now() > endMs) return;
      }
    } catch {
      // Nobody has asked for it; whoever does is told.
    }
  };
  return {
    ask: (id, ask) => {
      newest = id;
      standing = ask;
      // Questions that wait in line are taken in before the first of them is looked at.
      setTimeout(() => {
        if (id === newest) void work(id, ask);
      });
    },
    lookAhead: (id, ask) => {
      newest = id;
      standing = ask.text.trim() === '' ? null : ask;
      void lookAhead(id, ask);
    },
    refresh: () => void refreshAfter(),
  };
}
