// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { changeItem, takeBack, type Target } from '#pages/item/actions.ts';
import { environmentOf } from '#pages/parts/environment.ts';
import { cardOf } from '#review/card-state.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import { setStorage } from '#storage/current.ts';
import { readItemState, readPlace } from '#storage/item-states.ts';
import { deviceId, itemId } from '../../support/builders.ts';
import { seededClock } from '../../support/clock.ts';
import { practise } from '../../support/practice.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);
const ONE = itemId('q-one');
const environment = environmentOf(DEFAULT_SETTINGS, deviceId(9));

async function openPracticed(at = '/q/q-one') {
  stopCalendar(NOON);
  const { db } = await openTestDb();
  await practise(db, seededClock(1, NOON - 3 * 86_400_000)).grade('q-one', 4, { ticked: ['c1'] });
  const user = renderApp(at, db);
  await screen.findByRole('heading', { level: 1 });
  const state = () => readItemState(db, ONE, environment.context);
  const choose = async (name: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('menuitem', { name }));
  };
  return { db, user, state, choose };
}

const said = (words: string) => screen.findAllByText(words);

describe('what can be done on the page of a question', () => {
  test('flagging is one press, and so is taking the flag away', async () => {
    const { user, state } = await openPracticed();
    const flag = screen.getByRole('button', { name: 'Flag' });
    await user.click(flag);
    await said('Flagged.');
    await waitFor(() => expect(flag.getAttribute('aria-pressed')).toBe('true'));
    expect((await state()).flagged).toBe(true);
    await user.click(flag);
    await said('Flag removed.');
    expect((await state()).flagged).toBe(false);
  });

  test('a note is kept, shown and changed; an empty one removes it', async () => {
    const { user, state } = await openPracticed();
    await user.click(screen.getByRole('button', { name: 'Write a note' }));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), '  mine{Enter}own ');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    const note = await screen.findByRole('region', { name: 'Your note' });
    expect(note.textContent).toContain('mine\nown');
    expect((await state()).note).toBe('mine\nown');
    await user.click(within(note).getByRole('button', { name: 'Edit note' }));
    await user.clear(screen.getByRole('textbox', { name: 'Note' }));
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Your note' })).toBeNull());
    expect((await state()).note).toBe('');
  });

  test('a suspended question leaves the queue with its points until it is resumed', async () => {
    const { db, user, choose } = await openPracticed();
    const queues = async () => (await db.cards.where('item').equals('q-one').toArray()).map((row) => row.queue);
    expect(await queues()).toContain('due');
    await choose('Suspend');
    expect(await screen.findByRole('heading', { name: 'Suspended' })).toBeTruthy();
    expect(new Set(await queues())).toEqual(new Set(['off']));
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await said('Back in the schedule.');
    expect(await queues()).toContain('due');
  });

  test('memory is reset only after a second word, and the reset can be taken back exactly', async () => {
    const { user, state, choose } = await openPracticed();
    const before = await state();
    await choose('Reset memory');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(await state()).toEqual(before);
    await choose('Reset memory');
    await user.click(screen.getByRole('button', { name: 'Reset memory' }));
    await said('Memory reset: it counts as new.');
    expect([...(await state()).cards.values()].map((card) => card.learning.kind)).toEqual(
      [...before.cards.values()].map(() => 'new'),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await said('Taken back.');
    expect((await state()).cards).toEqual(before.cards);
  });

  test('a question that was never asked has no memory to reset', async () => {
    const { user } = await openPracticed('/q/q-two');
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('menuitem', { name: 'Reset memory' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('the link is copied where there is no share sheet, and the address bar is named where that fails', async () => {
    const { choose } = await openPracticed('/q/q-one?from=mail');
    await choose('Copy link');
    await said('Link copied.');
    expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/q/q-one`);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await choose('Copy link');
    await said('The link could not be copied. It stands in the address bar.');
  });

  test('a full device says so, and nothing has changed', async () => {
    const { db, user, state } = await openPracticed();
    const before = await state();
    vi.spyOn(db, 'transaction').mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    await user.click(screen.getByRole('button', { name: 'Flag' }));
    await said('Not stored: this device is full. Nothing earlier is lost. Free some space, then try again.');
    expect(screen.getByRole('button', { name: 'Flag' }).getAttribute('aria-pressed')).toBe('false');
    expect(await state()).toEqual(before);
  });
});

describe('a page that shows yesterday’s state', () => {
  async function stale() {
    const { db } = await openTestDb();
    setStorage({ db, device: deviceId(9) });
    const practice = practise(db, seededClock(1, NOON - 86_400_000));
    const target: Target = { item: ONE, state: await practice.look('q-one'), place: await readPlace(db, ONE) };
    return { db, practice, target, state: () => readItemState(db, ONE, environment.context) };
  }

  test('still flags: the change is made to the latest state', async () => {
    const { practice, target, state } = await stale();
    await practice.grade('q-one', 3);
    const { stored } = await changeItem({ type: 'flagged', on: true }, target, environment);
    expect(stored.kind).toBe('stored');
    const now = await state();
    expect(now.flagged).toBe(true);
    expect(cardOf(now, null).learning).toMatchObject({ kind: 'learned', reps: 1 });
  });

  test('does not write over a note that was rewritten meanwhile', async () => {
    const { practice, target, state } = await stale();
    await practice.store({ type: 'noted', ...practice.clock.stamp(), item: ONE, text: 'from the phone' });
    const { stored } = await changeItem({ type: 'noted', text: 'from the desk' }, target, environment);
    expect(stored.kind).toBe('conflict');
    expect((await state()).note).toBe('from the phone');
  });

  test('a change can be taken back after others have been made', async () => {
    const { practice, target, state } = await stale();
    const { event } = await changeItem({ type: 'flagged', on: true }, target, environment);
    await practice.look('q-one');
    practice.clock.nowMs = Date.now() + 1000;
    await practice.grade('q-one', 3);
    expect((await takeBack(event, environment)).kind).toBe('stored');
    const now = await state();
    expect(now.flagged).toBe(false);
    expect(cardOf(now, null).learning.kind).toBe('learned');
  });
});
