// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Question } from '#bank/item.ts';
import { writeCampaign } from '#storage/plan-campaigns.ts';
import { campaign } from '../../plan/campaigns.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { deviceId, itemId, pointId, studyDay } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { question } from '../../support/item-builders.ts';
import { practise } from '../../support/practice.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);
const DAY = 86_400_000;

const ASKED: Partial<Question> = {
  title: 'Why does `==` leak?',
  phrase: 'Verify the bytes.',
  links: { requires: [itemId('q-two')], next: [itemId('q-three')], see: [itemId('gone')] },
  reviewed: '2026-10',
  followUps: [
    {
      ask: 'And then?',
      tier: 'senior',
      points: [pointId('d1')],
      see: [itemId('q-two')],
      answer: 'Compare in `constant` time.',
    },
  ],
};

async function openQuestion(practiseFirst: (practice: ReturnType<typeof practise>) => Promise<void>) {
  stopCalendar(NOON);
  const { db } = await openTestDb([question('q-one', ASKED), question('q-two'), question('q-three')]);
  await practiseFirst(practise(db, seededClock(1, NOON - 3 * DAY)));
  const user = renderApp('/q/q-one', db);
  await screen.findByRole('heading', { level: 1 });
  return { db, user };
}

const untouched = () => Promise.resolve();
const memory = () => screen.getByRole('region', { name: /Solid|Learning|Fading|Suspended|Not yet/u });
const facts = () =>
  Object.fromEntries(
    within(memory())
      .queryAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('the page of a question', () => {
  test('reads as it is asked and answered: title, tier, length, answer, phrase, points, layers, follow-ups', async () => {
    await openQuestion(untouched);
    const article = screen.getByRole('article');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Why does == leak?');
    await waitFor(() => expect(document.title).toBe('Why does == leak? · Lamplight'));
    await screen.findByRole('link', { name: 'Web / HTTP' });
    const text = article.textContent;
    const parts = ['mid', 'Web / HTTP', '60 s', 'The answer to q-one.', 'Verify the bytes.', 'Key points', 'Deep dive'];
    const places = [...parts, 'One minute', 'Follow-ups'].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
    expect(within(article).getAllByText('More of q-one.')).toHaveLength(6);
  });

  test('a follow-up brings its answer, the points that answer it and where to read on', async () => {
    await openQuestion(untouched);
    const followUp = screen.getByRole('heading', { level: 3, name: /And then/u }).closest('li') as HTMLElement;
    expect(followUp.textContent).toContain('Compare in constant time.');
    expect(followUp.textContent).toContain('The d1 holds for every request that arrives');
    expect(within(followUp).getByRole('link', { name: 'What is q-two?' }).getAttribute('href')).toBe('/q/q-two');
  });

  test('leads to its neighbours by their titles, and leaves out one that is not in the bank', async () => {
    await openQuestion(untouched);
    const under = (name: string) =>
      within(screen.getByRole('heading', { name }).parentElement as HTMLElement)
        .getAllByRole('link')
        .map((link) => link.textContent);
    expect(under('Learn first')).toEqual(['What is q-two?']);
    expect(under('Next')).toEqual(['What is q-three?']);
    expect(screen.queryByRole('heading', { name: 'See also' })).toBeNull();
    expect(under('Sources')).toEqual(['RFC 9110']);
    expect(screen.getByText('checked November 2026')).toBeTruthy();
    expect(screen.getByText('Read against them in October 2026.')).toBeTruthy();
  });

  test('its tags lead to everything that carries them', async () => {
    const { user } = await openQuestion(untouched);
    await user.click(screen.getByRole('link', { name: 'basics' }));
    await screen.findByText('Showing all 3 entries');
    expect(address()).toBe('/library?tag=basics');
    await user.click(screen.getByRole('button', { name: 'Remove the tag basics' }));
    expect(address()).toBe('/library');
  });

  test('says of a question that was never asked that it was never asked', async () => {
    await openQuestion(untouched);
    expect(memory().textContent).toContain('Not yet asked');
    expect(facts()).toEqual({});
    expect(screen.getAllByText(/Not yet asked$/u)).toHaveLength(1 + 5);
  });

  test('says how it stands: due day, reviews, lapses and the chance of recall, and of each point what became of it', async () => {
    await openQuestion(async (practice) => {
      await practice.grade('q-one', 4, { ticked: ['c1', 'd1'] });
      practice.clock.advance(DAY);
      await practice.grade('q-one', 1);
    });
    expect(within(memory()).getByRole('heading').textContent).toBe('Fading since Friday');
    expect(within(memory()).getByRole('link', { name: 'Go to today’s review' }).getAttribute('href')).toBe('/review');
    expect(facts()).toMatchObject({
      'Last review': 'Friday',
      Due: 'Friday, 20 November 2026',
      Reviews: '2',
      Lapses: '1',
    });
    expect(facts()['Recall chance today']).toMatch(/^[1-9]\d%$/u);
    const notes = screen.getByRole('heading', { name: 'Key points' }).parentElement as HTMLElement;
    const lines = within(notes)
      .getAllByRole('listitem')
      .map((line) => line.textContent.replace(/^The (\w+) .*arrives/u, '$1 '));
    expect(lines).toEqual([
      'c1 core · Recalled on Thursday',
      'c2 core · Missed on Thursday, due today',
      'd1 detail · Recalled on Thursday',
      'd2 detail · Missed on Thursday',
      'b1 bonus · Missed on Thursday',
    ]);
    expect(memory().textContent).toContain('1 of 2 core points recalled when last asked.');
  });

  test('says and draws how well it is to be known, where its topic or an interview asks for more', async () => {
    const { db } = await openQuestion((practice) => practice.grade('q-one', 4).then(() => undefined));
    expect(facts()).toMatchObject({ 'Desired retention': '90%' });
    const line = () => Number(memory().querySelector('svg line')?.getAttribute('y1'));
    const common = line();
    await db.settings.put(setting('topicRetention', { 'web/http': 0.95 }));
    await waitFor(() => expect(facts()).toMatchObject({ 'Desired retention': '95%, otherwise 90%' }));
    expect(line()).toBeLessThan(common);
    await writeCampaign(db, campaign({ date: studyDay(Math.floor(NOON / DAY) + 3), retention: 0.97 }), deviceId(1), 1);
    await waitFor(() => expect(facts()).toMatchObject({ 'Desired retention': '97%, otherwise 90%' }));
  });

  test('follows a review in another tab', async () => {
    const { db } = await openQuestion(untouched);
    await practise(db, seededClock(2, NOON - 1000)).grade('q-one', 4, { ticked: ['c1', 'c2'] });
    expect(await screen.findByText(/2 of 2 core points recalled/u)).toBeTruthy();
    expect(facts()).toMatchObject({ Reviews: '1', Lapses: '0', 'Recall chance today': '100%', 'Last review': 'today' });
  });

  test('every fold is open while it is printed, and as before afterwards', async () => {
    const { user } = await openQuestion(untouched);
    await user.click(screen.getByRole('heading', { name: 'Deep dive' }));
    const folds = () => [...document.querySelectorAll('details')].filter((fold) => !fold.open).length;
    expect(folds()).toBe(1);
    fireEvent(window, new Event('beforeprint'));
    expect(folds()).toBe(0);
    fireEvent(window, new Event('afterprint'));
    expect(folds()).toBe(1);
  });
});
