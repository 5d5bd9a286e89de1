// @vitest-environment jsdom
/** Who goes by keyboard or by ear from page to page is not left nowhere. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { address, renderApp } from '../support/render-app.tsx';
import { openTestDb } from '../support/test-db.ts';

test('when the link that led on goes with its page, the new page has the focus', async () => {
  const { db } = await openTestDb();
  const user = renderApp('/library', db);
  await user.click(await screen.findByRole('link', { name: 'Write a question of your own' }));
  await waitFor(() => expect(address()).toBe('/own/new'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

test('a place of the navigation keeps the focus', async () => {
  const { db } = await openTestDb();
  const user = renderApp('/settings', db);
  const [link] = await screen.findAllByRole('link', { name: 'Library' });
  if (!link) throw new Error('no link');
  await user.click(link);
  await screen.findByRole('heading', { level: 1, name: 'Library' });
  expect(document.activeElement).toBe(link);
});
