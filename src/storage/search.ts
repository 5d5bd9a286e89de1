/** The search for pages: in a worker where there is one, else on the page. Only the newest question is answered. */
import type { LamplightDb } from './database.ts';
import type { SearchAnswer, SearchAsk, SearchReply, SearchRequest } from './search-answer.ts';

export type SearchNews =
  | { readonly kind: 'answer'; readonly answer: SearchAnswer; readonly last: boolean }
  | { readonly kind: 'failed'; readonly detail: string };

export interface SearchClient {
  /**
   * Asks; what was asked before gets no answer any more. `listen` is called once or twice: see `last`; before this returns where
   * the answer is at hand; and again when the bank changes.
   */
  readonly ask: (ask: SearchAsk, listen: (news: SearchNews) => void) => void;
  /** Takes back what was asked, and gets answers to what may be typed after a text ready. */
  readonly lookAhead: (ask: SearchAsk) => void;
  /** Whether the answer is at hand. */
  readonly holds: (ask: SearchAsk) => boolean;
  /** Looks whether bank or notes have changed. */
  readonly refresh: () => void;
  readonly close: () => void;
}

let createWorker: (() => Worker) | null = null;

/** Says how to make the worker; the app knows where its script lies. Null: search on the page. */
export function setSearchWorker(create: (() => Worker) | null): void {
  createWorker = create;
}

function startWorker(): Worker | null {
  if (!createWorker || typeof Worker === 'undefined') return null;
  try {
    return createWorker();
  } catch {
    // Locked-down browsers refuse workers.
    return null;
  }
}

/** The folder of the packs, and of the index that is shipped with them. */
function packsAddress(): string {
  return new URL(`${import.meta.env.BASE_URL}bank/`, globalThis.location.href).href;
}

type Send = (request: SearchRequest) => void;

/** The search on the page itself, which has no time to look ahead; its code comes when it is needed. */
function searchHere(db: LamplightDb, hear: (reply: SearchReply) => void): Send {
  const desk = import('./search-desk.ts').then(({ openDesk }) => openDesk(db, null, hear));
  const take = async (request: SearchRequest): Promise<void> => {
    try {
      const opened = await desk;
      if (request.type === 'ask') opened.ask(request.id, request.ask);
      else if (request.type === 'refresh') opened.refresh();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (request.type === 'ask') hear({ type: 'failed', id: request.id, detail });
    }
  };
  return (request) => void take(request);
}

interface Asked {
  readonly id: number;
  readonly ask: SearchAsk;
  readonly listen: (news: SearchNews) => void;
}

/** Begins to search a database: the index is made ready at once. */
export function openSearch(db: LamplightDb): SearchClient {
  let asked: Asked | null = null;
  /** By their texts, the answers to what may be typed after what was asked. */
  const ahead = new Map<string, SearchAnswer>();
  const hear = (reply: SearchReply): void => {
    if (reply.type === 'ready' || reply.id !== asked?.id) return;
    if (reply.type === 'failed') asked.listen({ kind: 'failed', detail: reply.detail });
    else if (reply.type === 'ahead') ahead.set(reply.answer.text, reply.answer);
    else {
      asked.listen({ kind: 'answer', answer: reply.answer, last: reply.last });
      if (!reply.last) return;
      ahead.clear();
      send({ type: 'ahead', id: reply.id, ask: asked.ask });
    }
  };
  const worker = startWorker();
  let send: Send = worker ? (request) => worker.postMessage(request, { transfer: [] }) : searchHere(db, hear);
  let heard = false;
  worker?.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    heard = true;
    hear(data);
  });
  worker?.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    if (heard && asked) asked.listen({ kind: 'failed', detail: event.message });
    // Its script did not arrive, or it broke: the page goes on by itself.
    send = searchHere(db, hear);
    if (!heard && asked) send({ type: 'ask', id: asked.id, ask: asked.ask });
  });
  if (worker) send({ type: 'open', dbName: db.name, base: packsAddress() });
  const known = ({ text, today, most }: SearchAsk): SearchAnswer | undefined =>
    asked?.ask.today === today && asked.ask.most === most ? ahead.get(text) : undefined;
  const begin = (type: 'ask' | 'ahead', ask: SearchAsk, listen: Asked['listen']): void => {
    asked = { id: (asked?.id ?? 0) + 1, ask, listen };
    ahead.clear();
    send({ type, id: asked.id, ask });
  };
  return {
    ask: (ask, listen) => {
      const answer = known(ask);
      begin(answer ? 'ahead' : 'ask', ask, listen);
      if (answer) listen({ kind: 'answer', answer, last: true });
    },
    lookAhead: (ask) => begin('ahead', ask, () => undefined),
    holds: (ask) => known(ask) !== undefined,
    refresh: () => {
      ahead.clear();
      send({ type: 'refresh' });
    },
    close: () => worker?.terminate(),
  };
}

interface Current {
  readonly db: LamplightDb;
  readonly client: SearchClient;
  /** What made its worker; null on the page. */
  readonly by: (() => Worker) | null;
}

let current: Current | null = null;

/** The search of the open database, begun when first asked for. */
export function searchOf(db: LamplightDb): SearchClient {
  if (current?.db === db && current.by === createWorker) return current.client;
  current?.client.close();
  const client = openSearch(db);
  current = { db, client, by: createWorker };
  return client;
}

/** Gets the index ready ahead of the first question, where that costs the page nothing. */
export function warmSearch(db: LamplightDb): void {
  if (createWorker) searchOf(db);
}
