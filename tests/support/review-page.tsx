/** The review of a small bank on screen, at noon of a fixed day, and the other tab beside it. Needs the jsdom environment. */
import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Item } from '#bank/item.ts';
import type { TabNews } from '#storage/tabs.ts';
import { onTestFinished } from 'vitest';
import { question } from './item-builders.ts';
import { seededClock } from './clock.ts';
import { practise, type Practice } from './practice.ts';
import { renderApp, stopCalendar } from './render-app.tsx';
import { openTab, openTestDb, type TestDb } from './test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);

export interface OpenReview extends TestDb {
  readonly user: UserEvent;
  /** Somebody at another tab of the same browser. */
  readonly other: Practice;
  /** Says what the other tab stored. */
  readonly tell: (news: TabNews) => void;
}

/** Opens the review with its first question asked. */
export async function openReview(
  items: readonly Item[] = [question('q-1'), question('q-2'), question('q-3')],
): Promise<OpenReview> {
  stopCalendar(NOON);
  const test = await openTestDb(items);
  const channel = new BroadcastChannel('lamplight');
  onTestFinished(() => channel.close());
  const other = practise(await openTab(test.name), seededClock(2, NOON));
  const user = renderApp('/review', test.db);
  await asked('q-1');
  return {
    ...test,
    user,
    other,
    // A channel has no target origin; only windows do.
    // eslint-disable-next-line unicorn/require-post-message-target-origin
    tell: (news) => channel.postMessage(news),
  };
}

/** Waits until this question is asked. */
export async function asked(id: string): Promise<void> {
  await screen.findByRole('heading', { level: 1, name: `What is ${id}?` });
  await screen.findByRole('button', { name: 'Show answer' });
}
