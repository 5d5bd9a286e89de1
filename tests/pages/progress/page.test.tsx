// @vitest-environment jsdom
/** The Progress page as a person finds it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DAY_MS, replayContext } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { practise } from '../../support/practice.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOON = new Date(2026, 10, 22, 12).getTime();

/** A person whose clock stands two days before today, at this place. */
async function someone() {
  stopCalendar(NOON);
  const { db } = await openTestDb();
  const clock = seededClock(1, NOON - 2 * DAY_MS);
  clock.offsetMinutes = -new Date(NOON).getTimezoneOffset();
  return { db, clock, me: practise(db, clock, replayContext()) };
}

test('before the first review it says that there is nothing to measure, and leads to the review', async () => {
  const { db } = await someone();
  renderApp('/progress', db);
  expect(await screen.findByRole('heading', { level: 1, name: 'The house at night' })).toBeTruthy();
  expect(screen.getByText(/Nothing has been reviewed on this device yet.*3 questions wait/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start review' }).getAttribute('href')).toBe('/review');
  expect(screen.queryByRole('table')).toBeNull();
  await waitFor(() => expect(document.title).toBe('Progress · Lamplight'));
});

test('after a review its window is lit, in words too, and the others stay dark', async () => {
  const { db, me, clock } = await someone();
  clock.advance(DAY_MS);
  await me.grade('q-one', 4);
  renderApp('/progress', db);
  const house = await screen.findByRole('table', { name: 'Web: recall today by topic and tier' });
  expect(screen.getByText('1 of 3 questions seen. You would recall about 1 of them today: 1 solid.')).toBeTruthy();
  const rows = within(house).getAllByRole('row');
  expect(rows.map((row) => within(row).queryByRole('rowheader')?.textContent)).toEqual([
    undefined,
    'HTTP 1 of 2 seen',
    'TLS 0 of 1 seen',
  ]);
  const cells = rows.map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map((cell) => cell.textContent),
  );
  expect(cells[1]?.[0]).toMatch(/^HTTP, foundational: 1 of 1 seen, 9\d% recalled today$/u);
  expect(cells[1]?.slice(1)).toEqual(['HTTP, mid: 0 of 1 seen', 'nothing here', 'nothing here']);
  expect(cells[2]?.[2]).toBe('TLS, senior: 0 of 1 seen');
});

test('a window that goes out within a week says so', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 2);
  renderApp('/progress', db);
  const house = await screen.findByRole('table', { name: 'Recall today by domain and tier' });
  expect(within(house).getByRole('link', { name: /^Web, foundational: .*1 going out this week$/u })).toBeTruthy();
});

test('a window leads to its questions in the Library', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 4);
  const person = renderApp('/progress', db);
  await person.click(await screen.findByRole('link', { name: /^TLS, senior/u }));
  expect(address()).toBe('/library?kind=question&topic=web/tls&tier=senior');
});

test('the weeks behind and ahead are there as sentences and as tables', async () => {
  const { db, me, clock } = await someone();
  await me.grade('q-one', 3);
  await me.grade('q-two', 3);
  clock.advance(DAY_MS);
  await me.grade('q-three', 1);
  const person = renderApp('/progress', db);
  expect(await screen.findByText('3 reviews on 2 days; most on Friday 20 November.')).toBeTruthy();
  expect(screen.getByText(/^3 cards come back within a week/u)).toBeTruthy();
  const [behind] = screen.getAllByText('As a table');
  if (behind) await person.click(behind);
  const table = screen.getByRole('table', { name: 'Reviews in the last seven days' });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(rows).toHaveLength(7);
  expect(rows.slice(-3)).toEqual(['Friday 20 November2', 'Saturday 21 November1', 'Today, Sunday 22 November0']);
});

test('reviews of a day that lies ahead, after a flight to the west, are counted and explained', async () => {
  const { db, me, clock } = await someone();
  clock.advance(2 * DAY_MS);
  await me.grade('q-one', 3);
  clock.advance(DAY_MS);
  await me.grade('q-two', 3);
  clock.advance(400 * DAY_MS);
  await me.grade('q-three', 3);
  const person = renderApp('/progress', db);
  expect(
    await screen.findByText(
      '3 reviews on 3 days; most on Sunday 22 November. 2 of them lie ahead of today: you travelled, or the clock was set back.',
    ),
  ).toBeTruthy();
  const [behind] = screen.getAllByText('As a table');
  if (behind) await person.click(behind);
  const table = screen.getByRole('table', { name: 'Reviews in the last seven days' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows.slice(-3)).toEqual(['Today, Sunday 22 November1', 'Monday 23 November1', 'Tuesday, 28 December 20271']);
});

test('when all reviews lie ahead, none is denied', async () => {
  const { db, me, clock } = await someone();
  clock.advance(3 * DAY_MS);
  await me.grade('q-one', 3);
  renderApp('/progress', db);
  expect(
    await screen.findByText(/^1 review on 1 day; most on Monday 23 November\. It lies ahead of today/u),
  ).toBeTruthy();
  expect(screen.queryByText(/No review/u)).toBeNull();
});

test('a review that is stored while the page is open shows at once', async () => {
  const { db, me } = await someone();
  renderApp('/progress', db);
  await screen.findByText('Every window is still dark');
  await me.grade('q-two', 3);
  expect(await screen.findByText(/^1 of 3 questions seen\./u)).toBeTruthy();
});

test('a damaged row reaches the error screen of the page, and says that nothing was lost', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 3);
  await db.table('cards').update('q-one', { state: null });
  renderApp('/progress', db);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('navigation')).toBeTruthy();
});
