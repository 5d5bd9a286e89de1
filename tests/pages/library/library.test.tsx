// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Item } from '#bank/item.ts';
import { itemId } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { question } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { SMALL_BANK } from '../../support/test-bank.ts';
import { openTestDb } from '../../support/test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);

/** The Library with one question known since long, one flagged, the rest untouched. */
async function openLibrary(at = '/library', items: readonly Item[] = SMALL_BANK) {
  stopCalendar(NOON);
  const { db } = await openTestDb(items);
  const practice = practise(db, seededClock(1, NOON - 20 * 86_400_000));
  await practice.grade('q-one', 4);
  await practice.store({ type: 'flagged', ...practice.clock.stamp(), item: itemId('q-two'), on: true });
  const user = renderApp(at, db);
  await screen.findByRole('heading', { level: 1 });
  return { db, user };
}

const titles = () =>
  screen.queryAllByRole('link', { name: /What is/u }).map((link) => link.getAttribute('href')?.split('?')[0]);
const chip = (name: RegExp) => screen.getByRole('button', { name });

describe('the Library', () => {
  test('lists the whole bank by domain and topic, with true counts', async () => {
    await openLibrary();
    expect(screen.getByText('3 questions, 1 error, 1 snippet, 1 sheet and 1 path')).toBeTruthy();
    expect(screen.getByText('Showing all 7 entries')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.firstChild?.textContent)).toEqual([
      'Paths',
      'Web',
    ]);
    const tls = screen.getByRole('heading', { level: 3, name: /TLS/u });
    expect(within(tls).getByRole('link', { name: 'TLS' }).getAttribute('href')).toBe('/topics/web/tls');
  });

  test('a line says tier, flag and standing beside the title', async () => {
    await openLibrary();
    const [, two] = ['q-one', 'q-two'].map((id) =>
      screen.getByRole('link', { name: new RegExp(`What is ${id}`, 'u') }),
    );
    expect(within(two as HTMLElement).getByRole('img', { name: 'mid' })).toBeTruthy();
    expect(two?.textContent).toContain('New');
    expect(within(two as HTMLElement).getByRole('img', { name: 'Flagged' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /q-one.*Fading since/u })).toBeTruthy();
  });

  test('choices go into the address, and the address into the choices', async () => {
    const { user } = await openLibrary('/library?tier=senior&tier=foundational');
    expect(titles()).toEqual(['/q/q-one', '/q/q-three']);
    expect(chip(/senior/u).getAttribute('aria-pressed')).toBe('true');
    await user.click(chip(/^senior/u));
    expect(address()).toBe('/library?tier=foundational');
    await user.click(chip(/^Fading/u));
    expect(address()).toBe('/library?tier=foundational&state=fading');
    expect(titles()).toEqual(['/q/q-one']);
    expect(screen.getByText('Showing 1 of 7 entries')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe('/library');
    expect(titles()).toHaveLength(7);
  });

  test('the text filter narrows as one types and reaches the address after a pause', async () => {
    const { user } = await openLibrary();
    await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'q-t');
    expect(titles()).toEqual(['/q/q-two', '/q/q-three']);
    await waitFor(() => expect(address()).toBe('/library?filter=q-t'));
  });

  test('a choice made right after typing keeps what was typed', async () => {
    const { user } = await openLibrary();
    await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'q-t');
    await user.click(chip(/^Flagged/u));
    expect(address()).toBe('/library?flagged=1&filter=q-t');
    expect(titles()).toEqual(['/q/q-two']);
  });

  test('the link to the Library brings the bare Library back', async () => {
    const { user } = await openLibrary('/library?filter=q-one&flagged=1');
    expect(screen.getByText('Nothing fits these filters')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Library' }));
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter' }).value).toBe('');
    expect(titles()).toHaveLength(7);
  });

  test('an empty result names two ways back: without filters, and to everything', async () => {
    const { user } = await openLibrary('/errors?tier=expert');
    expect(screen.getByText('Showing 0 of 1 error')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show the whole Library' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe('/errors');
    expect(titles()).toEqual(['/q/err-timeout']);
  });

  test.each([
    ['/errors', 'Errors', ['/q/err-timeout']],
    ['/snippets', 'Snippets', ['/q/snip-fetch']],
    ['/sheets', 'Sheets', ['/q/sheet-codes']],
    ['/library?kind=path', 'Paths', ['/paths/path-web']],
  ])('%s shows %s', async (at, heading, links) => {
    await openLibrary(at);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(heading);
    expect(screen.getByText(new RegExp(`^1 ${heading.slice(0, -1)}$`, 'iu'))).toBeTruthy();
    expect(titles()).toEqual(links);
  });

  test('typing on a page of one kind stays on that page', async () => {
    const { user } = await openLibrary('/errors');
    await user.type(screen.getByRole('searchbox', { name: 'Filter' }), 'time');
    await waitFor(() => expect(address()).toBe('/errors?filter=time'));
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter' }));
  });

  test('choosing a domain offers its topics, leaving it drops the topic', async () => {
    const { user } = await openLibrary();
    expect(screen.queryByRole('combobox', { name: 'Topic' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Domain' }), 'Web (6)');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'TLS (1)');
    expect(address()).toBe('/library?topic=web/tls');
    expect(titles()).toEqual(['/q/q-three']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Domain' }), 'All domains');
    expect(address()).toBe('/library');
  });

  test('follows what happens elsewhere: a question that was just flagged carries its flag', async () => {
    const { db } = await openLibrary('/library?flagged=1');
    expect(titles()).toEqual(['/q/q-two']);
    const practice = practise(db, seededClock(2, NOON));
    await practice.store({ type: 'flagged', ...practice.clock.stamp(), item: itemId('q-three'), on: true });
    await waitFor(() => expect(titles()).toEqual(['/q/q-two', '/q/q-three']));
  });
});

test('while lines are picked a press on a title picks that line and leaves nothing', async () => {
  const { user } = await openLibrary();
  await user.click(screen.getByRole('button', { name: 'Select' }));
  await user.click(screen.getByText(/What is q-two/u));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Select What is q-two/u }).checked).toBe(true);
  expect(screen.getByText('1 selected')).toBeTruthy();
  expect(address()).toBe('/library');
});

describe('a button that goes with its press hands the focus on', () => {
  const press = async (user: UserEvent, name: string) => {
    screen.getByRole('button', { name }).focus();
    await user.keyboard('{Enter}');
  };

  test('to the bar of the picked lines, and back to Select', async () => {
    const { user } = await openLibrary();
    await press(user, 'Select');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Selected entries' }));
    await press(user, 'Stop selecting');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Select' }));
  });

  test.each([
    ['/library?state=fading', 'Clear filters'],
    ['/library?filter=q-one&flagged=1', 'Clear filters'],
    ['/library?tag=tls', 'Remove the tag tls'],
    ['/library?ids=q-one', 'Remove the picked entries'],
  ])('on %s %s to the number of lines', async (at, name) => {
    const { user } = await openLibrary(at);
    await press(user, name);
    expect(document.activeElement).toBe(screen.getByText('Showing all 7 entries'));
  });

  test.each(['/errors?tier=expert', '/library?kind=error&tier=expert&filter=q'])(
    'from %s to all there is',
    async (at) => {
      const { user } = await openLibrary(at);
      await press(user, 'Show the whole Library');
      expect(address()).toBe('/library');
      expect(document.activeElement).toBe(await screen.findByText('Showing all 7 entries'));
    },
  );
});

test.each(['/errors', '/library?kind=error'])('what is picked on %s stays picked when the kind changes', async (at) => {
  const { user } = await openLibrary(at);
  await user.click(screen.getByRole('button', { name: 'Select' }));
  await user.click(screen.getByRole('checkbox', { name: /err-timeout/u }));
  await user.click(chip(/^All/u));
  expect(address()).toBe('/library');
  expect(document.activeElement).toBe(chip(/^All/u));
  expect(screen.getByText('1 selected')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /err-timeout/u }).checked).toBe(true);
});

test('a hand-picked list is practised in its order without paths, and says how much of it is asked', async () => {
  const many = Array.from({ length: 202 }, (_, index) => question(`q-${index}`));
  const { user } = await openLibrary('/library?sort=title', [...SMALL_BANK, ...many]);
  await user.click(screen.getByRole('button', { name: 'Select' }));
  await user.click(screen.getByRole('button', { name: 'Select all 209' }));
  const [box] = screen.getAllByRole('checkbox', { name: /^Select What is q-/u });
  await user.click(box as HTMLElement);
  expect(screen.getByText('Practise asks the first 200 of 207.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Practise' }));
  const list = new URLSearchParams(window.location.search);
  expect(list.get('sort')).toBe('title');
  expect(list.get('ids')?.split(',')).toHaveLength(200);
  expect(list.get('ids')).not.toContain('path-web');
});

test('a filter as long as a book is cut before it makes an address that no server takes', async () => {
  const { user } = await openLibrary();
  await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
  await user.paste('x'.repeat(100_000));
  await waitFor(() => expect(address()).toMatch(/filter=x+$/u));
  expect(address().length).toBeLessThan(400);
});

test('an address that leads nowhere says so and offers the Library', async () => {
  stopCalendar(NOON);
  const { db } = await openTestDb();
  const user = renderApp('/no/such/page', db);
  expect(await screen.findByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeTruthy();
  expect(screen.getByText('/no/such/page')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open the Library' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
});
