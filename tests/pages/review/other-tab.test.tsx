// @vitest-environment jsdom
/** The review beside another tab of the same browser, and beside a bank that changes. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { LogEvent } from '#review/event.ts';
import { applyEvent } from '#review/reduce.ts';
import { loadBank } from '#storage/load-bank.ts';
import { readPlace } from '#storage/item-states.ts';
import { recordEvent } from '#storage/record-event.ts';
import { rebuildStates } from '#storage/rebuild.ts';
import { beginEpoch } from '#storage/epoch.ts';
import { cardId, itemId, pointId } from '../../support/builders.ts';
import { dump } from '../../support/dump.ts';
import { holdStore } from '../../support/held-store.ts';
import { KEY_POINTS, question } from '../../support/item-builders.ts';
import { asked, openReview } from '../../support/review-page.tsx';
import { buildBank } from '../../support/test-bank.ts';

const ONE = itemId('q-1');

describe('another tab', () => {
  test('that flags the card or writes its note leaves it where it is, and what it shows is up to date', async () => {
    const { other, tell, user } = await openReview();
    await other.store({ type: 'noted', ...other.clock.stamp(), item: ONE, text: 'from the other tab' });
    tell({ type: 'marked', item: ONE });
    await user.keyboard(' ');
    expect(await screen.findByText('from the other tab')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
    await user.keyboard('3');
    await asked('q-2');
  });

  test('that flagged the card without a word does not cost this tab its grade', async () => {
    const { db, other, user } = await openReview();
    await other.store({ type: 'flagged', ...other.clock.stamp(), item: ONE, on: true });
    await user.keyboard(' ');
    await user.keyboard('3');
    await asked('q-2');
    // The next question does not wait for the storing of the grade.
    const types = async () => (await db.events.toArray()).map(({ type }) => type).toSorted();
    await expect.poll(types).toEqual(['flagged', 'reviewed']);
    expect(await db.marks.get(ONE)).toMatchObject({ flagged: 1 });
  });

  test('that graded the card takes it from this one', async () => {
    const { db, other, user } = await openReview();
    await other.grade('q-1', 3);
    await user.keyboard(' ');
    await user.keyboard('1');
    await asked('q-2');
    expect(await db.events.count()).toBe(1);
  });

  test('that graded the card, where what it made of it cannot be read: the card comes back, and the failure is told', async () => {
    const { db, other, user } = await openReview();
    await other.grade('q-1', 3);
    await user.keyboard(' ');
    vi.spyOn(db.items, 'get').mockRejectedValueOnce(new Error('The database is closed'));
    await user.keyboard('1');
    expect((await screen.findAllByText(/not stored/i)).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
  });

  test('that wrote a note, where the item cannot be read any more: that is told', async () => {
    const { db, tell } = await openReview();
    vi.spyOn(db.items, 'get').mockRejectedValueOnce(new Error('The database is closed'));
    tell({ type: 'marked', item: ONE });
    expect(await screen.findByRole('heading', { name: 'This page could not be shown' })).toBeTruthy();
  });

  test('that made this one begin anew while a grade is stored: the grade ends no card of the new session', async () => {
    const { db, source, tell, user } = await openReview([question('q-1')]);
    await user.keyboard(' ');
    const letGo = holdStore(db);
    fireEvent.click(screen.getByRole('button', { name: /^Good/ }));
    source.bank = await buildBank([question('q-2')]);
    await loadBank(db, source);
    tell({ type: 'replaced' });
    await asked('q-2');
    letGo();
    await waitFor(async () => expect(await db.events.count()).toBe(1));
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(screen.getByRole('heading', { level: 1, name: 'What is q-2?' })).toBeTruthy();
  });

  test('that put another history in place makes this one begin anew, and its cards stay true', async () => {
    const { db, other, user } = await openReview();
    await db.transaction(
      'rw',
      [db.events, db.items, db.cards, db.marks, db.local, db.tallies, db.journal],
      async () => {
        await rebuildStates(db, other.context);
        await beginEpoch(db);
      },
    );
    await user.keyboard(' ');
    await user.keyboard('3');
    expect((await screen.findAllByText(/changed in another tab/)).length).toBeGreaterThan(0);
    await asked('q-1');
    expect(await db.events.count()).toBe(0);
    await user.keyboard(' ');
    await user.keyboard('3');
    await asked('q-2');
    expect(await db.events.count()).toBe(1);
    const rows = await dump(db);
    await rebuildStates(db, other.context);
    expect(await dump(db)).toEqual(rows);
  });
});

describe('a note that is being written', () => {
  async function write(user: UserEvent, words: string): Promise<void> {
    await user.keyboard('e');
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: words } });
  }

  test('stays with its own question when another tab takes the card away', async () => {
    const { db, other, tell, user } = await openReview();
    await write(user, 'of the first');
    await other.grade('q-1', 3);
    tell({ type: 'changed', item: ONE });
    await asked('q-2');
    await waitFor(async () => expect(await db.marks.get(ONE)).toMatchObject({ note: 'of the first' }));
    expect(await db.marks.get(itemId('q-2'))).toBeUndefined();
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
  });

  test('is kept when the page is left', async () => {
    const { db, user } = await openReview();
    await write(user, 'half a thought');
    window.history.pushState(null, '', '/progress');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(async () => expect(await db.marks.get(ONE)).toMatchObject({ note: 'half a thought' }));
  });
});

describe('a bank that changes under a running session', () => {
  test('takes the question along that it no longer has, and leaves no card of it due', async () => {
    const { db, other, source, user } = await openReview();
    await user.keyboard(' ');
    source.bank = await buildBank([question('q-2'), question('q-3')]);
    await loadBank(db, source);
    await asked('q-2');
    expect((await screen.findAllByText(/no longer in the bank/)).length).toBeGreaterThan(0);
    expect(await db.cards.where('item').equals('q-1').toArray()).toEqual([]);
    const rows = await dump(db);
    await rebuildStates(db, other.context);
    expect(await dump(db)).toEqual(rows);
  });

  test('puts to rest again what a grade has woken in the moment between', async () => {
    const { db, other, source } = await openReview();
    const held = await other.look('q-1');
    const place = await readPlace(db, ONE);
    source.bank = await buildBank([question('q-2'), question('q-3')]);
    await loadBank(db, source);
    const event: LogEvent = { type: 'flagged', ...other.clock.stamp(), item: ONE, on: true };
    const after = applyEvent(held, event, other.context);
    if (!after) throw new Error('Nothing lies after nothing.');
    await recordEvent(db, { event, before: held, after, place });
    await asked('q-2');
    await waitFor(async () => expect((await db.cards.get(cardId('q-1')))?.queue).toBe('off'));
  });

  test('puts a point to rest again that a grade has woken after it left its question', async () => {
    const { db, other, source } = await openReview();
    const held = await other.look('q-1');
    const place = await readPlace(db, ONE);
    const fewer = KEY_POINTS.filter(({ id }) => id !== 'c2');
    source.bank = await buildBank([question('q-1', { keyPoints: fewer }), question('q-2')]);
    await loadBank(db, source);
    const event: LogEvent = {
      ...other.clock.stamp(),
      type: 'split',
      item: ONE,
      card: cardId('q-1'),
      points: [pointId('c2')],
    };
    const after = applyEvent(held, event, other.context);
    if (!after) throw new Error('Nothing lies after nothing.');
    await recordEvent(db, { event, before: held, after, place });
    expect((await db.cards.get(cardId('q-1', 'c2')))?.queue).toBe('due');
    await waitFor(async () => expect((await db.cards.get(cardId('q-1', 'c2')))?.queue).toBe('off'));
  });

  test('shows a question that was rewritten as it is now', async () => {
    const { db, source } = await openReview();
    source.bank = await buildBank([question('q-1', { title: 'Why q-1?' }), question('q-2')]);
    await loadBank(db, source);
    expect(await screen.findByRole('heading', { level: 1, name: 'Why q-1?' })).toBeTruthy();
  });
});
