// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { isoOf } from '#pages/parts/dates.ts';
import { TIER_MIXES } from '#plan/job-tier.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readCampaigns, writeCampaign } from '#storage/plan-campaigns.ts';
import { campaign } from '../../plan/campaigns.ts';
import { deviceId, studyDay } from '../../support/builders.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOW = '2026-11-22T09:00:00';
/** 22 November 2026. */
const TODAY = studyDay(Date.UTC(2026, 10, 22) / 86_400_000);
const harbour = campaign({ date: studyDay(TODAY + 10), tiers: TIER_MIXES.mid });

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
  stopCalendar(NOW);
});

async function fill(name: string, value: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(name), { target: { value } });
}

test('without an interview the page says what one would bring, and leads to the form', async () => {
  const user = renderApp('/plan', db);
  await screen.findByRole('heading', { name: 'No interview yet' });
  await user.click(screen.getByRole('link', { name: 'Add an interview' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'A new interview' })).toBeDefined();
});

test('an interview is written down and stored as it was written', async () => {
  const user = renderApp('/plan/new', db);
  await fill('Date', isoOf(studyDay(TODAY + 20)));
  await fill('Company', 'Harbour ');
  await fill('Role', 'Backend engineer');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'Senior');
  await user.click(screen.getByRole('radio', { name: 'Chosen topics' }));
  await user.click(screen.getByText('Web'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'All of Web' }), 'A little');
  await user.selectOptions(screen.getByRole('combobox', { name: 'TLS' }), 'A lot');
  await user.click(screen.getByRole('button', { name: 'Sun' }));
  await user.click(screen.getByRole('button', { name: 'More: Minutes a day' }));
  await user.click(screen.getByRole('radio', { name: 'Its own' }));
  await user.click(screen.getByRole('button', { name: 'More: Its questions come back at' }));
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  await screen.findByRole('heading', { level: 1, name: 'Backend engineer at Harbour' });
  expect(await readCampaigns(db)).toEqual([
    {
      ...harbour,
      id: expect.any(String) as string,
      date: TODAY + 20,
      tiers: { foundational: 0.1, mid: 0.3, senior: 0.45, expert: 0.15 },
      topics: { web: 0.5, 'web/tls': 2 },
      minutesPerDay: 25,
      retention: 0.91,
      restWeekdays: [7],
    },
  ]);
});

test('what cannot be is told beside its field, and nothing is stored', async () => {
  const user = renderApp('/plan/new', db);
  await fill('Date', isoOf(studyDay(TODAY - 1)));
  await user.click(screen.getByRole('radio', { name: 'Chosen topics' }));
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  expect(await screen.findByText('This day is over; choose today or a later one.')).toBeDefined();
  expect(screen.getByText('Let at least one topic be asked.')).toBeDefined();
  await fill('Date', isoOf(studyDay(TODAY + 367)));
  expect(await screen.findByText('Choose a day within a year.')).toBeDefined();
  expect(await readCampaigns(db)).toEqual([]);
});

test('an interview that another device put far beyond a year is shown with its year, and no days are foretold', async () => {
  await writeCampaign(db, { ...harbour, date: studyDay(200_000) }, deviceId(1), 1);
  renderApp(`/plan/${harbour.id}`, db);
  expect(await screen.findByText(/^Sunday,? 1 August 2517, in 179,221 days\./u)).toBeDefined();
  expect(
    await screen.findByText(/^It is more than a year ahead: too far to tell where the days lead\./u),
  ).toBeDefined();
  expect(screen.queryByText(/played through/u)).toBeNull();
});

test('the date field ends where the days that can be planned end', async () => {
  renderApp('/plan/new', db);
  expect((await screen.findByLabelText('Date')).getAttribute('max')).toBe('2027-11-23');
});

test('a save that is refused leads to the first thing that is wrong', async () => {
  const user = renderApp('/plan/new', db);
  await user.click(await screen.findByRole('radio', { name: 'Chosen topics' }));
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Let at least one topic be asked.'));
  await fill('Date', '');
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Date')));
});

test('what was written wrong of a past interview can be mended without moving its day', async () => {
  const past = { ...harbour, date: studyDay(TODAY - 3) };
  await writeCampaign(db, past, deviceId(1), 1);
  const user = renderApp(`/plan/${past.id}/edit`, db);
  await fill('Company', 'Haven');
  await fill('Date', isoOf(studyDay(TODAY - 4)));
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  expect(await screen.findByText('This day is over; choose today or a later one.')).toBeDefined();
  await fill('Date', isoOf(past.date));
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  await screen.findByRole('heading', { level: 1, name: 'Backend engineer at Haven' });
  expect(await readCampaigns(db)).toEqual([{ ...past, company: 'Haven' }]);
});

test('on the evening of the interview what was asked can be told', async () => {
  const now = { ...harbour, date: TODAY };
  await writeCampaign(db, now, deviceId(1), 1);
  const user = renderApp('/', db);
  const debrief = `/plan/${now.id}/debrief`;
  expect((await screen.findByRole('link', { name: 'Tell what was asked' })).getAttribute('href')).toBe(debrief);
  await user.click(screen.getByRole('link', { name: 'Backend engineer at Harbour' }));
  await screen.findByRole('heading', { level: 1, name: 'Backend engineer at Harbour' });
  expect(screen.getByRole('link', { name: 'Warm up' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Tell what was asked' }).getAttribute('href')).toBe(debrief);
});

test('what is offered for an earlier text can no longer be taken once another is written', async () => {
  await writeCampaign(db, { ...harbour, date: TODAY }, deviceId(1), 1);
  const user = renderApp(`/plan/${harbour.id}/debrief`, db);
  await fill('What was asked', 'q-one');
  await user.click(await screen.findByRole('button', { name: 'What is q-one?' }));
  expect(screen.getByRole('button', { name: 'What is q-one?' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.change(screen.getByLabelText('What was asked'), { target: { value: 'q-one of another kind' } });
  fireEvent.click(screen.getByRole('button', { name: 'What is q-one?' }));
  await user.click(screen.getByRole('button', { name: 'Keep this question' }));
  await waitFor(async () => expect((await readCampaigns(db))[0]?.asked).toHaveLength(1));
  expect((await readCampaigns(db))[0]?.asked[0]).toMatchObject({ item: null, text: 'q-one of another kind' });
});

test('what is told keeps what another tab has written at that very moment', async () => {
  const now = { ...harbour, date: TODAY };
  await writeCampaign(db, now, deviceId(1), 1);
  const user = renderApp(`/plan/${harbour.id}/debrief`, db);
  await fill('What was asked', 'Why?');
  const keep = await screen.findByRole('button', { name: 'Keep this question' });
  // Pressed before the page can have heard of it.
  keep.addEventListener('click', () => void writeCampaign(db, { ...now, company: 'Haven' }, deviceId(2), 2), {
    capture: true,
  });
  await user.click(keep);
  await waitFor(async () => expect((await readCampaigns(db))[0]?.asked).toHaveLength(1));
  expect((await readCampaigns(db))[0]?.company).toBe('Haven');
});

test('a change keeps what the form does not show', async () => {
  const told = {
    ...harbour,
    emphasis: { 'q-one': 3 } as never,
    asked: [{ item: null, text: 'Why?', went: 'well' } as const],
  };
  await writeCampaign(db, told, deviceId(1), 1);
  const user = renderApp(`/plan/${told.id}/edit`, db);
  await fill('Role', 'Platform engineer');
  await user.click(screen.getByRole('button', { name: 'Save interview' }));
  await screen.findByRole('heading', { level: 1, name: 'Platform engineer at Harbour' });
  expect(await readCampaigns(db)).toEqual([{ ...told, role: 'Platform engineer' }]);
});

test('one that is removed comes back with Undo', async () => {
  await writeCampaign(db, harbour, deviceId(1), 1);
  const user = renderApp(`/plan/${harbour.id}`, db);
  const steps = window.history.length;
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await screen.findByRole('heading', { name: 'No interview yet' });
  expect(address()).toBe('/plan');
  expect(window.history.length, 'going back does not lead to what is gone').toBe(steps);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('link', { name: 'Backend engineer at Harbour' })).toBeDefined();
});

test('the list has what is ahead first and what is over apart, and the settings lead to it', async () => {
  await writeCampaign(db, harbour, deviceId(1), 1);
  const past = { ...harbour, id: 'c-past' as never, date: studyDay(TODAY - 3), company: 'Quay' };
  await writeCampaign(db, past, deviceId(1), 1);
  const user = renderApp('/settings', db);
  await user.click(await screen.findByRole('link', { name: 'All interviews' }));
  expect(await screen.findByText('in 10 days')).toBeDefined();
  const over = await screen.findByRole('region', { name: 'Past interviews' });
  expect(within(over).getByText('3 days ago')).toBeDefined();
});

test('a plan that is ended by hand can be taken up again', async () => {
  await writeCampaign(db, harbour, deviceId(1), 1);
  const user = renderApp(`/plan/${harbour.id}`, db);
  await user.click(await screen.findByRole('button', { name: 'End the plan' }));
  await waitFor(async () => expect(await readCampaigns(db)).toEqual([{ ...harbour, ended: true }]));
  await user.click(await screen.findByRole('button', { name: 'Take up again' }));
  await waitFor(async () => expect(await readCampaigns(db)).toEqual([harbour]));
});

test('an address that names no interview says so', async () => {
  renderApp('/plan/c-none', db);
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such interview' })).toBeDefined();
});
