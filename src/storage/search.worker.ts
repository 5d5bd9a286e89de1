/** A thin shell: the search of one database for as long as the page lives. */
import { createDatabase, openDatabase } from './database.ts';
import type { SearchReply, SearchRequest } from './search-answer.ts';
import { openDesk, type SearchDesk } from './search-desk.ts';

const send = (reply: SearchReply): void => globalThis.postMessage(reply, { transfer: [] });

let desk: Promise<SearchDesk> | null = null;

async function open(dbName: string, base: string): Promise<SearchDesk> {
  return openDesk(await openDatabase(createDatabase(dbName), () => undefined), base, send);
}

async function take(request: SearchRequest): Promise<void> {
  if (request.type === 'open') {
    desk = open(request.dbName, request.base);
    return;
  }
  try {
    const opened = await desk;
    if (request.type === 'ask') opened?.ask(request.id, request.ask);
    else if (request.type === 'ahead') opened?.lookAhead(request.id, request.ask);
    else opened?.refresh();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (request.type === 'ask') send({ type: 'failed', id: request.id, detail });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => void take(data));
