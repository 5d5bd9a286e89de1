/** Answers got ready for what may be typed next: where they come from, what they are good for, and when they are no longer. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSearch, setSearchWorker } from '#storage/search.ts';
import type { SearchReply, SearchRequest } from '#storage/search-answer.ts';
import { openDesk } from '#storage/search-desk.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { itemId } from '../support/builders.ts';
import { seededClock } from '../support/clock.ts';
import { practise } from '../support/practice.ts';
import { answerTo } from '../support/search-answers.ts';
import { openTestDb } from '../support/test-db.ts';
import { ITEMS } from './documents.ts';

const NOW = Date.UTC(2026, 10, 22, 14);
const today = studyDayOf(NOW, 60, 4);
const about = (text: string, most = 5) => ({ text, today, most });

/** A worker that notes what it is told and says what it is made to say. */
class TestWorker extends EventTarget {
  readonly told: SearchRequest[] = [];

  postMessage(request: SearchRequest): void {
    this.told.push(request);
  }

  terminate(): void {
    this.told.length = 0;
  }

  say(reply: SearchReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }

  /** What it was told of questions, as `kind id text`. */
  get questions(): string[] {
    return this.told.flatMap((each) =>
      each.type === 'ask' || each.type === 'ahead' ? [`${each.type} ${each.id} ${each.ask.text}`] : [],
    );
  }
}

async function openWithWorker() {
  const { db } = await openTestDb(ITEMS);
  const worker = new TestWorker();
  vi.stubGlobal('Worker', TestWorker);
  vi.stubGlobal('location', new URL('https://example.test/'));
  setSearchWorker(() => worker as unknown as Worker);
  onTestFinished(() => {
    setSearchWorker(null);
    vi.unstubAllGlobals();
  });
  return { client: openSearch(db), worker };
}

describe('the page', () => {
  test('asks for what may come once an answer is whole, and has it at hand at once', async () => {
    const { client, worker } = await openWithWorker();
    const listen = vi.fn();
    client.ask(about('de'), listen);
    worker.say({ type: 'answer', id: 1, answer: answerTo('de'), last: false });
    expect(worker.questions).toEqual(['ask 1 de']);
    worker.say({ type: 'answer', id: 1, answer: answerTo('de'), last: true });
    expect(worker.questions).toEqual(['ask 1 de', 'ahead 1 de']);
    worker.say({ type: 'ahead', id: 1, answer: answerTo('dea') });
    expect(listen).toHaveBeenCalledTimes(2);
    expect(client.holds(about('dea'))).toBe(true);
    const next = vi.fn();
    client.ask(about('dea'), next);
    expect(next.mock.calls).toEqual([[{ kind: 'answer', answer: answerTo('dea'), last: true }]]);
    expect(worker.questions.slice(2)).toEqual(['ahead 2 dea']);
  });

  test('under an empty box only what may come is asked for', async () => {
    const { client, worker } = await openWithWorker();
    client.lookAhead(about(''));
    worker.say({ type: 'ahead', id: 1, answer: answerTo('d') });
    expect(worker.questions).toEqual(['ahead 1 ']);
    expect(client.holds(about('d'))).toBe(true);
  });

  test.each<[string, (client: Awaited<ReturnType<typeof openWithWorker>>['client']) => void, string, number]>([
    ['of another letter', () => undefined, 'ded', 5],
    ['of a longer list', () => undefined, 'dea', 50],
    ['of before a change of the bank', (client) => client.refresh(), 'dea', 5],
    ['of before another question', (client) => client.ask(about('x'), () => undefined), 'dea', 5],
  ])('has none at hand %s', async (_, change, text, most) => {
    const { client, worker } = await openWithWorker();
    client.ask(about('de'), () => undefined);
    worker.say({ type: 'ahead', id: 1, answer: answerTo('dea') });
    change(client);
    expect(client.holds(about(text, most))).toBe(false);
    client.ask(about(text, most), () => undefined);
    expect(worker.questions.at(-1)).toMatch(/^ask /u);
  });

  test('an answer that comes late is not kept', async () => {
    const { client, worker } = await openWithWorker();
    client.ask(about('de'), () => undefined);
    client.ask(about('x'), () => undefined);
    worker.say({ type: 'ahead', id: 1, answer: answerTo('dea') });
    expect(client.holds(about('dea'))).toBe(false);
  });
});

describe('the worker', () => {
  async function openTestDesk() {
    const { db } = await openTestDb(ITEMS);
    const said: SearchReply[] = [];
    const desk = openDesk(db, null, (reply) => said.push(reply));
    await expect.poll(() => said.some(({ type }) => type === 'ready')).toBe(true);
    return { db, desk, said };
  }

  const ahead = (said: readonly SearchReply[]): string[] =>
    said.flatMap((reply) => (reply.type === 'ahead' ? [`${reply.id} ${reply.answer.text}`] : []));

  test('answers what may come as it answers a question', async () => {
    const { desk, said } = await openTestDesk();
    desk.lookAhead(1, about('genuin'));
    await expect.poll(() => ahead(said)).toEqual(['1 genuine']);
    desk.ask(2, about('genuine'));
    await expect.poll(() => said.some((reply) => reply.type === 'answer' && reply.last)).toBe(true);
    const own = said.flatMap((reply) => (reply.type === 'answer' && reply.last ? [reply.answer] : []));
    expect(said.flatMap((reply) => (reply.type === 'ahead' ? [reply.answer] : []))).toEqual(own);
  });

  test('goes by what has been written by then', async () => {
    const { db, desk, said } = await openTestDesk();
    const practice = practise(db, seededClock(1, NOW));
    await practice.store({ type: 'noted', ...practice.clock.stamp(), item: itemId('q-hmac'), text: 'Marguerite' });
    desk.lookAhead(1, about('marguerit'));
    desk.refresh();
    await expect.poll(() => ahead(said)).toEqual(['1 marguerite']);
  });

  test('a question comes before it, and ends it', async () => {
    const { desk, said } = await openTestDesk();
    desk.lookAhead(1, about(''));
    desk.ask(2, about('genuine'));
    await expect.poll(() => said.some(({ type }) => type === 'answer')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ahead(said)).toEqual([]);
  });
});
