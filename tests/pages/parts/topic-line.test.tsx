// @vitest-environment jsdom
/** Topics are called what the bank calls them. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { asked, openReview } from '../../support/review-page.tsx';
import { openTestDb } from '../../support/test-db.ts';

test('a review names the topic of each question by its title', async () => {
  const { user } = await openReview([question('q-1'), question('q-2', { topic: 'web/tls' })]);
  expect((await screen.findByText('HTTP')).textContent).toBe('Web / HTTP');
  await user.keyboard(' 4');
  await asked('q-2');
  expect(screen.getByText('TLS').textContent).toBe('Web / TLS');
});

test('the page of a question leads to its topic by its title', async () => {
  const { db } = await openTestDb([question('q-1', { topic: 'web/tls' })]);
  renderApp('/q/q-1', db);
  expect((await screen.findByRole('link', { name: 'Web / TLS' })).getAttribute('href')).toBe('/topics/web/tls');
});
