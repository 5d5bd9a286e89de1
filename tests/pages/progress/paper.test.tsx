// @vitest-environment jsdom
/** The Progress page while it is printed, and afterwards. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { someone } from '../../support/progress-page.ts';
import { renderApp } from '../../support/render-app.tsx';

test('on paper every section is open, and of the domains by themselves those that were opened', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 4);
  renderApp('/progress', db);
  await screen.findByRole('heading', { level: 2, name: 'Days' });
  const closed = () => [...document.querySelectorAll('section[id] > details:not([open]) h2')].length;
  expect(closed()).toBe(3);
  // The page listens once its effects have run, which is after its heading is there.
  await waitFor(() => {
    fireEvent(window, new Event('beforeprint'));
    expect(closed()).toBe(0);
  });
  expect(screen.getByRole('region', { name: 'Web' }).querySelector('details')?.open).toBe(false);
  expect(document.querySelectorAll('details:not([open])').length, 'the tables stay folded').toBeGreaterThan(1);
  fireEvent(window, new Event('afterprint'));
  expect(closed()).toBe(3);
});

test('a section that was open on paper alone is not remembered as opened, nor as closed', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 4);
  const person = renderApp('/progress', db);
  await person.click(await screen.findByRole('heading', { level: 2, name: 'Days' }));
  const kept = async () => (await db.local.get('progressSections'))?.value;
  await waitFor(async () => expect(await kept()).toEqual({ days: true }));
  const house = document.querySelector<HTMLDetailsElement>('section#house > details');
  const toggled = vi.fn();
  house?.addEventListener('toggle', toggled);
  fireEvent(window, new Event('beforeprint'));
  await waitFor(() => expect(toggled).toHaveBeenCalledTimes(1));
  expect(house?.open).toBe(true);
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(toggled).toHaveBeenCalledTimes(2));
  await person.click(screen.getByRole('heading', { level: 2, name: 'Memory' }));
  await waitFor(async () => expect(await kept()).toEqual({ days: true, memory: true }));
  expect(house?.open).toBe(false);
});
