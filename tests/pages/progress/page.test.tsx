// @vitest-environment jsdom
/** The Progress page as a person finds it. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { studyDayOf } from '#memory/study-day.ts';
import { writeCampaign } from '#storage/plan-campaigns.ts';
import { refreshOutlooks } from '#storage/plan-refresh.ts';
import { campaign } from '../../plan/campaigns.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { cardId, DAY_MS, deviceId, itemId, reviewed, studyDay } from '../../support/builders.ts';
import { question } from '../../support/item-builders.ts';
import { NOON, sectionOf, someone } from '../../support/progress-page.ts';
import { address, renderApp } from '../../support/render-app.tsx';
import { SMALL_BANK } from '../../support/test-bank.ts';

test('before the first review it says that there is nothing to measure, and leads to the review', async () => {
  const { db } = await someone();
  renderApp('/progress', db);
  expect(await screen.findByRole('heading', { level: 1, name: 'The house at night' })).toBeTruthy();
  expect(await screen.findByText(/Nothing has been reviewed on this device yet.*3 questions wait/u)).toBeTruthy();
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
  expect(cells[1]?.[0]).toMatch(/^HTTP, foundational: 1 of 1 seen, 9\d% recalled today1\/1$/u);
  expect(cells[1]?.slice(1)).toEqual(['HTTP, mid: 0 of 1 seen0/1', 'nothing here', 'nothing here']);
  expect(cells[2]?.[2]).toBe('TLS, senior: 0 of 1 seen0/1');
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

test('a domain unfolds with the section around it when its address is asked for', async () => {
  const { db, me } = await someone([...SMALL_BANK, question('q-lock', { topic: 'data/locks', tier: 'mid' })]);
  await me.grade('q-one', 4);
  renderApp('/progress#domain-data', db);
  const fold = async (name: string): Promise<HTMLDetailsElement> => {
    const details = (await screen.findByRole('region', { name })).querySelector('details');
    if (!details) throw new Error(`${name} has no fold`);
    return details;
  };
  await waitFor(async () => expect((await fold('Data')).open).toBe(true));
  expect((await fold('Topic by topic')).open).toBe(true);
  expect((await fold('Web')).open).toBe(false);
});

test('a closed section says what it comes to, and stays as it was left', async () => {
  const { db, me, clock } = await someone();
  clock.advance(DAY_MS);
  await me.grade('q-one', 4);
  const first = renderApp('/progress', db);
  const openNow = () =>
    [...document.querySelectorAll<HTMLDetailsElement>('section[id] > details')].flatMap((fold) =>
      fold.open ? [fold.querySelector('h2')?.textContent] : [],
    );
  const days = await screen.findByText(/^1 day in a row, .+ in the last seven days$/u);
  expect(screen.getByText('nothing going out, 1 became solid')).toBeTruthy();
  expect(screen.getByText('no card has come back after a day or more yet')).toBeTruthy();
  expect(screen.getByText('1 of 1 domain begun')).toBeTruthy();
  expect(openNow()).toEqual(['This week', 'Ahead']);
  await first.click(days);
  await first.click(screen.getByRole('heading', { name: 'This week' }));
  await waitFor(async () =>
    expect((await db.local.get('progressSections'))?.value).toEqual({ days: true, week: false }),
  );
  cleanup();
  renderApp('/progress', db);
  await screen.findByRole('heading', { level: 2, name: 'Days' });
  expect(openNow()).toEqual(['Ahead', 'Days']);
});

test('the year behind and the month ahead are there as sentences and as tables', async () => {
  const { db, me, clock } = await someone();
  await me.grade('q-one', 3);
  await me.grade('q-two', 3);
  clock.advance(DAY_MS);
  await me.grade('q-three', 1);
  const person = renderApp('/progress', db);
  expect(
    await screen.findByText(/^3 answers on 2 days of the last year\. 2 days in a row, today is still open/u),
  ).toBeTruthy();
  expect(screen.getByText(/^Without new questions you will give about \d+ answers? a day/u)).toBeTruthy();
  const year = sectionOf('A year of days');
  await person.click(within(year).getByText('As a table'));
  const table = within(year).getByRole('table', { name: 'Days with answers in the last year, the latest first' });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(rows).toEqual(['Saturday 21 November1', 'Friday 20 November2']);
  const month = sectionOf('The next 30 days');
  await person.click(within(month).getByText('As a table'));
  expect(within(month).getAllByRole('row')).toHaveLength(31);
});

test('with an interview ahead the month is told with its plan and without', async () => {
  const { db, me, clock } = await someone();
  await me.grade('q-one', 3);
  const date = studyDay(studyDayOf(NOON, clock.offsetMinutes, 4) + 6);
  await writeCampaign(db, campaign({ date }), deviceId(1), NOON);
  expect(await refreshOutlooks(db, studyDay(date - 6))).toBe(true);
  const person = renderApp('/progress', db);
  expect(
    await screen.findByText(
      /With your plan, 20 minutes on 6 of these days, it is about \d+ a day until Friday 27 November, fewer than one of them to new questions; without it \d+\./u,
    ),
  ).toBeTruthy();
  const month = sectionOf('The next 30 days');
  await person.click(within(month).getByText('As a table'));
  const [head, first, ...days] = within(month)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(head?.slice(4)).toEqual(['Together', 'With the plan', 'Plan, minutes']);
  expect(Number(first?.[5])).toBeGreaterThan(0);
  expect(days.map((cells) => cells[5]).filter((cell) => cell === '–')).toHaveLength(24);
});

test('answers of a day that lies ahead, after a flight to the west, are counted and explained', async () => {
  const { db, me, clock } = await someone();
  clock.advance(2 * DAY_MS);
  await me.grade('q-one', 3);
  clock.advance(DAY_MS);
  await me.grade('q-two', 3);
  clock.advance(400 * DAY_MS);
  await me.grade('q-three', 3);
  renderApp('/progress', db);
  expect(
    await screen.findByText(/2 more lie ahead of today: you travelled, or the clock was set back\.$/u),
  ).toBeTruthy();
});

test('cards that come back say whether the target is met, with the range that so few leave open', async () => {
  const { db, me, clock } = await someone();
  clock.advance(-10 * DAY_MS);
  for (let day = 0; day < 6; day += 1) {
    await me.grade('q-one', day === 3 ? 1 : 3);
    clock.advance(2 * DAY_MS);
  }
  renderApp('/progress', db);
  expect(
    await screen.findByText(/^Of 5 cards that came back after a day or more you recalled 4: 80%\. With so few/u),
  ).toBeTruthy();
  expect(screen.getByText(/^Again was pressed 1 of 5 times/u)).toBeTruthy();
  expect(screen.getByText(/^Expected: \d+% recalled\. Really recalled: 80%, of 5 answers/u)).toBeTruthy();
  expect(screen.getByText(/^Half of your 6 answers of the last 90 days took less than 25 s/u)).toBeTruthy();
});

test('guesses before the answer are told once there are any', async () => {
  const { db, me, clock } = await someone();
  await me.grade('q-one', 3);
  renderApp('/progress', db);
  await screen.findByText(/^1 answer on 1 day of the last year/u);
  expect(screen.queryByRole('heading', { name: 'Your own guess' })).toBeNull();
  const guessed = { ...reviewed(1), ...clock.stamp(), item: itemId('q-two'), card: cardId('q-two') };
  await me.store({ ...guessed, guess: 'sure', grade: 1 });
  expect(await screen.findByText('Before the answer was shown you were sure 1 time, right 0.')).toBeTruthy();
});

test('what fades is listed, and a press shows its memory, answer by answer', async () => {
  const { db, me, clock } = await someone();
  await me.grade('q-one', 3);
  await me.grade('q-two', 1);
  clock.advance(DAY_MS);
  await me.grade('q-two', 3);
  const person = renderApp('/progress', db);
  const week = await waitFor(() => sectionOf('Going out'));
  expect(
    within(week).getByText(/^2 questions are below your target by now, or will be within seven days\./u),
  ).toBeTruthy();
  const [, second] = within(week).getAllByRole('button');
  if (second) await person.click(second);
  expect(address()).toMatch(/^\/progress\?card=q-(?:one|two)$/u);
  await person.selectOptions(screen.getByRole('combobox', { name: 'Card' }), 'q-two');
  expect(address()).toBe('/progress?card=q-two');
  const memory = sectionOf('The memory of one card');
  expect(await within(memory).findByText(/^2 answers since Friday 20 November, 1 forgotten\./u)).toBeTruthy();
  await person.click(within(memory).getByText('As a table'));
  const rows = within(memory)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(rows[0]).toMatch(/^Saturday 21 NovemberGood\d+%/u);
  expect(rows[1]).toMatch(/^Friday 20 NovemberAgainfirst/u);
});

test('the memory of a card is held against what its own topic asks', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 3);
  renderApp('/progress?card=q-one', db);
  const memory = await waitFor(() => sectionOf('The memory of one card'));
  expect(await within(memory).findByText(/, and want 90%\./u)).toBeTruthy();
  await db.settings.put(setting('topicRetention', { 'web/http': 0.95 }));
  expect(await within(memory).findByText(/, and want 95%\./u)).toBeTruthy();
});

test('new questions are only promised while some are left', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 3);
  renderApp('/progress', db);
  expect(await screen.findByText(/^With 8 new questions a day you will give about/u)).toBeTruthy();
});

test('a table can be taken along as CSV, its days as programs read them', async () => {
  const { db, me } = await someone();
  await me.grade('q-one', 3);
  const person = renderApp('/progress', db);
  const year = await waitFor(() => sectionOf('A year of days'));
  await person.click(within(year).getByText('As a table'));
  const saved: { name: string; text: Promise<string> }[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push({ name: '', text: (blob as Blob).text() });
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function note(this: HTMLAnchorElement) {
    const last = saved.at(-1);
    if (last) last.name = this.download;
  });
  await person.click(within(year).getByRole('button', { name: 'CSV' }));
  expect(saved[0]?.name).toBe('lamplight-a-year-of-days.csv');
  expect(await saved[0]?.text).toBe('Day,Answers\r\n2026-11-20,1\r\n');
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
