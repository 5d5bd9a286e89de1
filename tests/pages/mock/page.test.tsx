// @vitest-environment jsdom
/** The Mock page: honest about what is not there, useful with what is. */
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { practise } from '../../support/practice.ts';
import { seededClock } from '../../support/clock.ts';
import { address, renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

test('says that mock interviews are not there, and asks one question of the chosen tier', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock', db);
  expect(await screen.findByText(/Mock interviews are not in this version/u)).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'What is q-one?' })).toBeTruthy();
  await person.click(screen.getByRole('radio', { name: 'senior' }));
  expect(await screen.findByRole('heading', { name: 'What is q-three?' })).toBeTruthy();
  expect(address()).toBe('/mock?tier=senior');
  expect(screen.getByRole('link', { name: 'Compare with the answer' }).getAttribute('href')).toBe('/q/q-three');
  expect(screen.getByRole('link', { name: 'Start review' }).getAttribute('href')).toBe('/review');
});

test('takes the tier from the address by any of its names', async () => {
  const { db } = await openTestDb();
  renderApp('/mock?tier=advanced', db);
  expect(await screen.findByRole('heading', { name: 'What is q-three?' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'senior' }).checked).toBe(true);
});

test('says so when all of a tier is learnt and bright, or when a tier is empty', async () => {
  const { db } = await openTestDb();
  await practise(db, seededClock(1, Date.now())).grade('q-one', 4);
  const person = renderApp('/mock', db);
  expect(await screen.findByRole('heading', { name: /Nothing new or fading among the foundational/u })).toBeTruthy();
  await person.click(screen.getByRole('radio', { name: 'mid' }));
  expect(await screen.findByRole('heading', { name: 'What is q-two?' })).toBeTruthy();
});

test('the clock counts up to the length of a good answer, says how long it took, and stores nothing', async () => {
  const { db } = await openTestDb();
  const person = renderApp('/mock', db);
  const start = await screen.findByRole('button', { name: 'Start the clock' });
  const now = vi.spyOn(Date, 'now');
  now.mockReturnValue(1_000_000);
  await person.click(start);
  now.mockReturnValue(1_065_900);
  await person.click(screen.getByRole('button', { name: 'Stop the clock' }));
  expect(screen.getByText('You took 65 seconds; a good answer takes about 60.')).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toBe('1:05 of about 1:00');
  now.mockReturnValue(2_000_000);
  await person.click(screen.getByRole('button', { name: 'Start the clock' }));
  now.mockReturnValue(1_900_000);
  await person.click(screen.getByRole('button', { name: 'Stop the clock' }));
  expect(screen.getByRole('timer').textContent).toBe('0:00 of about 1:00');
  now.mockRestore();
  expect(await db.events.count()).toBe(0);
});
