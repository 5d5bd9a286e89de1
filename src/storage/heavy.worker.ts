/** A thin shell: one job, then the page ends it. */
import { createDatabase, openDatabase } from './database.ts';
import { failureOf, type HeavyReply, type HeavyRequest } from './heavy.ts';
import { doHeavy } from './heavy-work.ts';

const send = (reply: HeavyReply): void => globalThis.postMessage(reply, { transfer: [] });

async function work({ dbName, kind, asks, run }: HeavyRequest): Promise<void> {
  const db = createDatabase(dbName);
  try {
    await openDatabase(db, () => undefined);
    const report = (progress: Extract<HeavyReply, { type: 'progress' }>['progress']): void =>
      send({ type: 'progress', progress });
    send({ type: 'done', value: await doHeavy(db, kind, asks, { report, run }) });
  } catch (error) {
    const { problem, detail } = failureOf(error);
    send({ type: 'failed', problem, detail });
  } finally {
    db.close();
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<HeavyRequest>) => void work(data));
