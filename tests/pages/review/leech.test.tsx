// @vitest-environment jsdom
/** A card that was forgotten once too often is met with what may help, in the session. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useReview } from '#pages/review/store.ts';
import type { LamplightDb } from '#storage/database.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { cardId, itemId, pointId } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { question } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { asked } from '../../support/review-page.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);
const DAY_MS = 86_400_000;

/** The first failure of what was known is one too many. */
async function failOnce(settings: Parameters<LamplightDb['settings']['put']>[0][] = []) {
  stopCalendar(NOON);
  const { db } = await openTestDb([question('q-1'), question('q-2')]);
  await db.settings.bulkPut([setting('leechLapses', 1), setting('newPerDay', 0), ...settings]);
  const before = practise(db, seededClock(1, NOON - 60 * DAY_MS));
  await before.grade('q-1', 3, { ticked: ['c1', 'c2'] });
  await before.grade('q-2', 4, { ticked: ['c1', 'c2'] });
  const user = renderApp('/review', db);
  await asked('q-1');
  await user.keyboard(' 1');
  await screen.findByRole('dialog', { name: 'This one keeps slipping' });
  return { db, user, card: (id: string, point: string | null = null) => db.cards.get(cardId(id, point)) };
}

test('its core points come one by one from tomorrow, the whole rests, and Undo takes that back', async () => {
  const { user, card } = await failOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Ask its 2 core points one by one' }));
  await waitFor(async () => expect((await card('q-1'))?.queue).toBe('off'));
  const today = Math.floor(NOON / DAY_MS);
  expect([(await card('q-1', 'c1'))?.dueDay, (await card('q-1', 'c2'))?.dueDay]).toEqual([today + 1, today + 1]);
  await asked('q-2');
  await user.keyboard('u');
  await waitFor(async () => expect((await card('q-1'))?.queue).toBe('due'));
});

test('its core points come on the next day that is no holiday, and so it is said', async () => {
  const today = Math.floor(NOON / DAY_MS);
  const { card } = await failOnce([setting('holidays', [today + 1, today + 2])]);
  fireEvent.click(screen.getByRole('button', { name: 'Ask its 2 core points one by one' }));
  expect(await screen.findByText(/^Its points come one by one in 3 days;/u)).toBeDefined();
  expect([(await card('q-1', 'c1'))?.dueDay, (await card('q-1', 'c2'))?.dueDay]).toEqual([today + 3, today + 3]);
});

test('a core point that is not ticked is said to come back on the next day that is no holiday', async () => {
  const today = Math.floor(NOON / DAY_MS);
  stopCalendar(NOON);
  const { db } = await openTestDb([question('q-1')]);
  await db.settings.put(setting('holidays', [today + 1, today + 2]));
  const user = renderApp('/review', db);
  await asked('q-1');
  await user.keyboard(' ');
  fireEvent.click((await screen.findAllByRole('checkbox'))[0] as HTMLElement);
  expect(await screen.findByText(/It comes back in 3 days as a small card\./u)).toBeDefined();
});

test('it rests for as many days as the person says, and the session goes on', async () => {
  const { card } = await failOnce();
  fireEvent.click(screen.getByRole('button', { name: 'More: Let it rest' }));
  fireEvent.click(screen.getByRole('button', { name: 'Rest it' }));
  const until = Math.floor(NOON / DAY_MS) + 8;
  await waitFor(async () => expect((await card('q-1'))?.state.buriedUntil).toBe(until));
  await asked('q-2');
});

test('why it slips is written down there and then', async () => {
  const { db } = await failOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Write down why it slips' }));
  fireEvent.change(await screen.findByLabelText('Note'), { target: { value: 'I mix it up with q-2' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
  await waitFor(async () => expect((await db.marks.get('q-1' as never))?.note).toBe('I mix it up with q-2'));
});

test('a point that rests leaves the other points of its question where they are', async () => {
  stopCalendar(NOON);
  const { db } = await openTestDb([question('q-1')]);
  await db.settings.put(setting('leechLapses', 1));
  const before = practise(db, seededClock(1, NOON - 60 * DAY_MS));
  const points = [pointId('c1'), pointId('c2')];
  await before.store({ type: 'split', ...before.clock.stamp(), item: itemId('q-1'), card: cardId('q-1'), points });
  const user = renderApp('/review', db);
  await screen.findByRole('button', { name: 'Show answer' });
  const first = screen.getByRole('heading', { level: 1 }).textContent;
  await user.keyboard(' 1');
  fireEvent.click(await screen.findByRole('button', { name: 'Rest it' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await screen.findByRole('button', { name: 'Show answer' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(first);
});

test('a question that was removed elsewhere takes its sheet along, and the next one’s clock goes on', async () => {
  await failOnce();
  expect(useReview.getState().session?.visible).toBe(false);
  act(() => useReview.setState({ loaded: new Map() }));
  expect(screen.queryByRole('dialog', { name: 'This one keeps slipping' })).toBeNull();
  expect(useReview.getState().leech).toBeNull();
  expect(useReview.getState().session).toMatchObject({
    visible: true,
    current: { card: cardId('q-2'), clock: { runningSinceMs: NOON } },
  });
});
