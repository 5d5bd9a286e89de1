// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { seededClock } from '../support/clock.ts';
import { practise } from '../support/practice.ts';
import { renderApp } from '../support/render-app.tsx';
import { openTestDb } from '../support/test-db.ts';

afterEach(() => vi.unstubAllGlobals());

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
