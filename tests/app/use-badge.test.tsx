// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { seededClock } from '../support/clock.ts';
import { practise } from '../support/practice.ts';
import { renderApp } from '../support/render-app.tsx';
import { openTestDb } from '../support/test-db.ts';

afterEach(() => vi.unstubAllGlobals());

test('who looks away from a database that was closed hears nothing of it', async () => {
  const { db } = await openTestDb();
  const setAppBadge = vi.fn((_count: number) => Promise.resolve());
  Object.assign(navigator, { setAppBadge, clearAppBadge: () => Promise.resolve() });
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  onTestFinished(() => void process.off('unhandledRejection', unheard));
  renderApp('/', db);
  await screen.findByRole('button', { name: 'Start review' });
  db.close();
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  hidden.mockRestore();
  expect([unheard.mock.calls, setAppBadge.mock.calls]).toEqual([[], []]);
});

test('who looks away finds on the icon what is left of today', async () => {
  const { db } = await openTestDb();
  const setAppBadge = vi.fn((_count: number) => Promise.resolve());
  Object.assign(navigator, { setAppBadge, clearAppBadge: () => Promise.resolve() });
  renderApp('/', db);
  await screen.findByRole('button', { name: 'Start review' });
  await practise(db, seededClock(1, Date.now())).grade('q-one', 3, { ticked: ['c1', 'c2'] });
  expect(setAppBadge).not.toHaveBeenCalled();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(setAppBadge).toHaveBeenCalledWith(2));
});
