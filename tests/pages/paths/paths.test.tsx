// @vitest-environment jsdom
/** The list of paths and one path, as a person finds them. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Item } from '#bank/item.ts';
import { cardId, itemId } from '../../support/builders.ts';
import { path, pathStage } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { renderApp } from '../../support/render-app.tsx';
import { seededClock } from '../../support/clock.ts';
import { SMALL_BANK } from '../../support/test-bank.ts';
import { openTestDb } from '../../support/test-db.ts';

const STAGES = [
  pathStage(['q-one', 'q-two'], {
    id: 'ground',
    title: 'The ground',
    goal: 'Know the words',
    milestone: 'Read a request aloud',
    resources: [{ title: 'RFC 9110', url: 'https://www.rfc-editor.org/rfc/rfc9110' }],
  }),
  pathStage(['q-three'], { id: 'roof', title: 'The roof', goal: 'Keep secrets', milestone: 'Draw a handshake' }),
];
const BANK: readonly Item[] = [
  ...SMALL_BANK.filter(({ type }) => type !== 'path'),
  path('path-house', [], {
    title: 'A house',
    stages: STAGES,
    hours: [5, 9],
    tiers: ['foundational', 'mid'],
    next: [itemId('sheet-codes')],
    prerequisites: ['A terminal'],
  }),
  path('path-late', ['q-three'], { title: 'Later', tiers: ['expert'], hours: [2, 2] }),
];

async function someone(items: readonly Item[] = BANK) {
  const { db } = await openTestDb(items);
  const clock = seededClock(1, Date.now());
  return { db, clock, me: practise(db, clock) };
}

describe('the list of paths', () => {
  test('names each with its audience, hours, tiers and what was seen, and marks the one to begin with', async () => {
    const { db, me } = await someone();
    await me.grade('q-one', 3);
    renderApp('/paths', db);
    const first = await screen.findByRole('link', { name: 'A house' });
    expect(first.getAttribute('href')).toBe('/paths/path-house');
    expect(screen.getByText('5 to 9 hours')).toBeTruthy();
    expect(screen.getByText('about 2 hours')).toBeTruthy();
    expect(screen.getByText('1 of 3 questions seen.')).toBeTruthy();
    expect(screen.getByText('0 of 1 question seen.')).toBeTruthy();
    expect(screen.getAllByText('A good beginning')).toHaveLength(1);
    const [tiers] = screen.getAllByRole('list', { name: 'Tiers' });
    expect(tiers?.textContent).toBe('foundationalmid');
    expect(screen.getByRole('meter', { name: 'A house' }).getAttribute('aria-valuetext')).toBe('1 of 3 questions seen');
  });

  test('says what to do when the bank has none', async () => {
    const { db } = await someone(SMALL_BANK.filter(({ type }) => type !== 'path'));
    renderApp('/paths', db);
    expect(await screen.findByRole('heading', { name: 'No path here yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the library' }).getAttribute('href')).toBe('/library');
  });
});

describe('a path', () => {
  test('shows its stages in order with goal, milestone, resources, and what to do next', async () => {
    const { db } = await someone();
    renderApp('/paths/path-house', db);
    expect(await screen.findByRole('heading', { level: 1, name: 'A house' })).toBeTruthy();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['The way', 'What is q-one?', 'The ground', 'The roof']);
    expect(screen.getByText('Read a request aloud')).toBeTruthy();
    expect(screen.getByText('Keep secrets')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the question' }).getAttribute('href')).toBe('/q/q-one');
    expect(screen.getByText('Stage 1 of 2 · you are here')).toBeTruthy();
    expect(screen.getAllByText('RFC 9110').length).toBeGreaterThan(0);
    await waitFor(() => expect(document.title).toBe('A house · Lamplight'));
  });

  test('names the state of each question and moves on when one is answered', async () => {
    const { db, me } = await someone();
    await me.grade('q-one', 4);
    renderApp('/paths/path-house', db);
    const known = await screen.findByRole('link', { name: 'What is q-one?' });
    expect(known.closest('li')?.textContent).toMatch(/Solid until .*, recall 100%/u);
    expect(screen.getByRole('heading', { level: 2, name: 'What is q-two?' })).toBeTruthy();
    await me.grade('q-two', 3);
    expect(await screen.findByText('Stage 2 of 2 · you are here')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the question' }).getAttribute('href')).toBe('/q/q-three');
  });

  test('locks nothing: every question of every stage is a link', async () => {
    const { db } = await someone();
    renderApp('/paths/path-house', db);
    await screen.findByRole('heading', { level: 1 });
    for (const id of ['q-one', 'q-two', 'q-three']) {
      const links = screen.getAllByRole('link', { name: `What is ${id}?`, hidden: true });
      expect(links.map((link) => link.getAttribute('href'))).toEqual([`/q/${id}`]);
    }
  });

  test('at its end leads on, and does not call suspended questions seen', async () => {
    const { db, me, clock } = await someone();
    await me.grade('q-one', 4);
    await me.grade('q-two', 4);
    await me.store({
      type: 'suspended',
      ...clock.stamp(),
      item: itemId('q-three'),
      card: cardId('q-three'),
      on: true,
    });
    renderApp('/paths/path-house', db);
    expect(await screen.findByRole('heading', { name: 'What is left is suspended' })).toBeTruthy();
    const onwards = screen.getByRole('list', { name: 'After A house' });
    expect(within(onwards).getByRole('link').getAttribute('href')).toBe('/q/sheet-codes');
  });

  test('is started, paused, gone on with and left', async () => {
    const { db } = await someone();
    const user = renderApp('/paths/path-late', db);
    await user.click(await screen.findByRole('button', { name: 'Start this path' }));
    expect(await screen.findByText(/Today follows this path/u)).toBeTruthy();
    expect((await db.local.get('newOrder'))?.value).toEqual(['q-three']);
    expect(screen.getByText(/Its new questions come first in Today’s review/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText(/Go on with the path, and its new questions come first/u)).toBeTruthy();
    const goOn = screen.getByRole('button', { name: 'Go on with this path' });
    await waitFor(() => expect(goOn.getAttribute('aria-busy')).not.toBe('true'));
    await user.click(goOn);
    const pause = await screen.findByRole('button', { name: 'Pause' });
    await waitFor(() => expect(pause.getAttribute('aria-busy')).not.toBe('true'));
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('button', { name: 'Start this path' })).toBeTruthy();
    expect((await db.local.get('newOrder'))?.value).toEqual([]);
  });

  test('shows each tier by what is remembered, and a milestone as held when it is', async () => {
    const { db, me } = await someone();
    renderApp('/paths/path-house', db);
    const levels = await screen.findByRole('list', { name: 'By tier' });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['foundational0 of 1 seen', 'mid0 of 1 seen', 'senior0 of 1 seen']);
    expect(
      screen.getAllByText(/^Not yet\. It takes 60% in a mock of it, or 80% recalled; today 0% would/u),
    ).toHaveLength(2);
    await me.grade('q-three', 4);
    expect(await screen.findByText('Held in memory: 100% of it would be recalled today.')).toBeTruthy();
    expect(screen.getByText('1 of 2 milestones reached.')).toBeTruthy();
    expect(within(levels).getAllByRole('listitem')[2]?.textContent).toBe('senior1 of 1 seen: 1 solid');
    const link = screen.getByRole('link', { name: 'Show it in a mock of one question' });
    expect(link.getAttribute('href')).toContain('items=q-three');
  });

  test('that does not exist says so and leads back', async () => {
    const { db } = await someone();
    renderApp('/paths/path-nowhere', db);
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such path' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All paths' }).getAttribute('href')).toBe('/paths');
  });
});
