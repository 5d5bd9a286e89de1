// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { writeSetting } from '#storage/settings-write.ts';
import { deviceId, itemId } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { practise } from '../../support/practice.ts';
import { address, renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';
import { ITEMS } from '../../search/documents.ts';
import { box, openApp, openDialog } from './open-search.ts';

/** The page behind the dialog has lists of its own. */
const list = () => within(screen.getByRole('listbox', { name: 'Results' }));
const options = () =>
  list()
    .queryAllByRole('option')
    .map((option) => option.textContent);
const selected = () => list().getByRole('option', { selected: true }).textContent;

describe('opening and closing', () => {
  test.each([
    ['Ctrl K', '{Control>}k{/Control}'],
    ['⌘K', '{Meta>}k{/Meta}'],
    ['a slash', '/'],
  ])('%s opens the dialog with the box in focus', async (_, keys) => {
    const { user } = await openApp();
    await user.keyboard(keys);
    expect(await screen.findByRole('dialog', { name: 'Search' })).toBeTruthy();
    expect(document.activeElement).toBe(await box());
  });

  test('a slash typed into a field is a slash', async () => {
    const { user } = await openApp();
    await user.type(await screen.findByRole('searchbox', { name: 'Filter' }), 'a/b');
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter' }).value).toBe('a/b');
    expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull();
  });

  test('with single keys turned off a slash does nothing, Ctrl K still opens', async () => {
    const { db, user } = await openApp();
    await writeSetting(db, 'singleKeys', false, deviceId(9), 1);
    await waitFor(async () => expect(await db.settings.count()).toBe(1));
    // The live query that carries the setting needs its turn.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await user.keyboard('/');
    expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull();
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('dialog', { name: 'Search' })).toBeTruthy();
  });

  test('Ctrl K opens it on a keyboard of another alphabet, and another key in its place does not', async () => {
    await openApp();
    fireEvent.keyDown(document.body, { key: 't', code: 'KeyK', ctrlKey: true });
    expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull();
    fireEvent.keyDown(document.body, { key: 'л', code: 'KeyK', ctrlKey: true });
    expect(await screen.findByRole('dialog', { name: 'Search' })).toBeTruthy();
  });

  test('the button of the rail opens it, Close closes it', async () => {
    const { user } = await openApp();
    const [button] = screen.getAllByRole('button', { name: 'Search' });
    await user.click(button as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull());
  });

  test('Esc closes it', async () => {
    await openDialog();
    fireEvent(screen.getByRole('dialog', { name: 'Search' }), new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull());
  });
});

describe('finding', () => {
  test('hits stand in named groups with counts, the best is active, the count is said', async () => {
    await openDialog('list');
    expect(screen.getByText('2 entries found').tagName).toBe('OUTPUT');
    expect(list().getAllByRole('group')).toHaveLength(2);
    expect(within(list().getByRole('group', { name: /Errors\s?1/u })).getAllByRole('option')).toHaveLength(1);
    const active = list().getByRole('option', { selected: true });
    expect((await box()).getAttribute('aria-activedescendant')).toBe(active.id);
    expect(active).toBe(list().getAllByRole('option')[0]);
  });

  test('matches are marked, and the reason stands beside the text', async () => {
    await openDialog('decompress');
    const hit = await screen.findByRole('option', { name: /In the deep dive/u });
    expect(hit.querySelector('mark')?.textContent).toBe('decompress');
  });

  test('arrows walk through all groups and wrap', async () => {
    const { user } = await openDialog('list');
    const all = options();
    await user.keyboard('{ArrowDown}');
    expect(selected()).toBe(all[1]);
    await user.keyboard('{ArrowDown}');
    expect(selected()).toBe(all[0]);
    await user.keyboard('{ArrowUp}');
    expect(selected()).toBe(all[1]);
  });

  test('Enter opens the active hit and closes the dialog', async () => {
    const { user } = await openDialog('idempotncy');
    expect(screen.getByText(/read as idempotency/u)).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/q/q-idempotency'));
    expect(screen.queryByRole('dialog', { name: 'Search' })).toBeNull();
  });

  test('a path opens on its own page, by a press', async () => {
    const { user } = await openDialog('platform');
    await user.click(list().getByRole('option'));
    await waitFor(() => expect(address()).toBe('/paths/path-api'));
  });

  test('Enter that is pressed before the answer came opens the first of that answer', async () => {
    const { user } = await openDialog();
    await user.keyboard('genuine{Enter}');
    await waitFor(() => expect(address()).toBe('/q/q-hmac'));
  });

  test('Enter that ends a composition opens nothing', async () => {
    await openDialog('genuine');
    fireEvent.keyDown(await box(), { key: 'Enter', isComposing: true });
    expect(address()).toBe('/library');
    expect(screen.getByRole('dialog', { name: 'Search' })).toBeTruthy();
  });

  test('a pasted trace keeps its lines apart and finds its error', async () => {
    const { user } = await openDialog();
    await user.paste('TypeError: Cannot read properties of undefined\n    at List (/app/list.jsx:1:2)');
    expect((await box()).value).toBe('TypeError: Cannot read properties of undefined ↵ at List (/app/list.jsx:1:2)');
    expect(await screen.findByRole('option', { selected: true, name: /A list crashes/u })).toBeTruthy();
  });

  test('a very long paste is cut to what tells', async () => {
    const { user } = await openDialog();
    await user.paste(`${'noise\n'.repeat(17_000)}FATAL: sorry, too many clients already`);
    expect((await box()).value.length).toBeLessThanOrEqual(2_500);
    expect(await screen.findByRole('option', { selected: true, name: /refuses new connections/u })).toBeTruthy();
  });
});

describe('filters', () => {
  test('a chip puts its word into the box and takes it out again', async () => {
    const { user } = await openDialog('list');
    const errors = () => within(screen.getByRole('group', { name: 'Filters' })).getByRole('button', { name: 'Errors' });
    await user.click(errors());
    expect((await box()).value).toBe('list kind:error ');
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(errors().getAttribute('aria-pressed')).toBe('true');
    await user.click(errors());
    await waitFor(() => expect(options()).toHaveLength(2));
    expect(document.activeElement).toBe(await box());
  });

  test('what a person flagged is found by a chip alone', async () => {
    const { db } = await openTestDb(ITEMS);
    const practice = practise(db, seededClock(1));
    await practice.store({ type: 'flagged', ...practice.clock.stamp(), item: itemId('err-pool'), on: true });
    const user = renderApp('/search', db);
    await user.click(await screen.findByRole('button', { name: 'Flagged' }));
    expect(await screen.findByRole('option', { name: /refuses new connections/u })).toBeTruthy();
  });
});

describe('when nothing is found', () => {
  test('terms that look alike are offered, and fill the box', async () => {
    const { user } = await openDialog();
    await user.keyboard('idxmpxtxncy');
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    await user.click(await screen.findByRole('option', { name: 'idempotency' }));
    expect((await box()).value).toBe('idempotency');
    expect(await screen.findByRole('option', { name: /What does/u })).toBeTruthy();
  });

  test('filters that hide everything can be lifted', async () => {
    const { user } = await openDialog('idempotency kind:error');
    await user.click(await screen.findByRole('option', { name: 'idempotency without filters (1)' }));
    expect(await screen.findByRole('option', { name: /What does/u })).toBeTruthy();
  });

  test('of several filters that hide everything each can be lifted alone, also with no words beside them', async () => {
    const { user } = await openDialog('kind:error kind:sheet is:suspended');
    await user.click(await screen.findByRole('option', { name: 'Without is:suspended' }));
    expect((await box()).value).toBe('kind:error kind:sheet ');
    expect(await screen.findByRole('option', { name: /A list crashes/u })).toBeTruthy();
  });

  test('words in quotes that stand nowhere together are offered without their quotes', async () => {
    const { user } = await openDialog('"genuine idempotency"');
    await user.click(await screen.findByRole('option', { name: 'genuine idempotency' }));
    expect(await screen.findByRole('option', { name: /What does/u })).toBeTruthy();
  });

  test('where nothing is like it there is still somewhere to start, but not with the same', async () => {
    const { user } = await openDialog();
    await user.keyboard('is:flagged');
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    await waitFor(() => expect(options()).toEqual(['What is due', 'Errors, or paste a message']));
  });
});

test('Enter under what one may try instead leaves the text alone until an arrow has led there', async () => {
  const { user } = await openDialog();
  await user.keyboard('zxqvwy');
  expect(await screen.findByText('Nothing found')).toBeTruthy();
  expect((await box()).getAttribute('aria-activedescendant')).toBeNull();
  await user.keyboard('{Enter}');
  expect((await box()).value).toBe('zxqvwy');
  await user.keyboard('{ArrowDown}{Enter}');
  expect((await box()).value).toBe('is:due ');
});

test('a search that led somewhere is offered again, newest first', async () => {
  const { user } = await openDialog('genuine');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/q/q-hmac'));
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('option', { name: 'genuine' })).toBeTruthy();
  await user.keyboard('{Enter}');
  expect((await box()).value).toBe('genuine');
});

test('a note of what is not in the bank is found, and opens', async () => {
  const { db } = await openTestDb(ITEMS);
  const practice = practise(db, seededClock());
  await practice.store({ type: 'noted', ...practice.clock.stamp(), item: itemId('q-gone'), text: 'Ask Marguerite' });
  const user = renderApp('/library', db);
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('/');
  await user.type(await box(), 'marguerite');
  await waitFor(() => expect(options()).toHaveLength(1));
  expect(selected()).toContain('Your note of something that is not in the bank');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('region', { name: 'Your note' })).toHaveProperty(
    'textContent',
    expect.stringContaining('Ask Marguerite'),
  );
  expect(address()).toBe('/q/q-gone');
});
