// @vitest-environment jsdom
/** One person and one session: slips of the finger, words for what does not happen, the voice, and the end. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { question } from '../../support/item-builders.ts';
import { holdStore } from '../../support/held-store.ts';
import { address } from '../../support/render-app.tsx';
import { asked, openReview } from '../../support/review-page.tsx';

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const answered = () => screen.findByRole('region', { name: 'Answer' });

/** Whether a pointer reaches an element, by the styles on it and around it. */
function takesPointer(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each instanceof HTMLElement && each.style.pointerEvents === 'none') return false;
  }
  return true;
}

describe('a second tap', () => {
  test('reaches nothing right after the answer is shown, and everything a moment later', async () => {
    const { user } = await openReview();
    await waitFor(() => expect(takesPointer(press('Show answer'))).toBe(true));
    await user.click(press('Show answer'));
    await answered();
    expect(takesPointer(press(/^Good/))).toBe(false);
    await waitFor(() => expect(takesPointer(press(/^Good/))).toBe(true));
  });

  test('reaches nothing right after a grade; keys and presses without a pointer count at once', async () => {
    const { db } = await openReview();
    fireEvent.click(press('Show answer'));
    await answered();
    fireEvent.click(press(/^Good/));
    await asked('q-2');
    expect(takesPointer(press('Show answer'))).toBe(false);
    fireEvent.keyDown(document.body, { key: ' ' });
    await answered();
    expect(await db.events.count()).toBe(1);
  });
});

describe('words for what is ticked', () => {
  test('Enter with nothing ticked says why nothing happens, and stores nothing', async () => {
    const { db, user } = await openReview();
    await user.keyboard('{Enter}{Enter}');
    expect((await screen.findAllByText(/Nothing is ticked/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('status').textContent).toContain('Nothing is ticked');
    expect(await db.events.count()).toBe(0);
  });

  test('a core point that is not ticked is not yet said, and not missed', async () => {
    const { user } = await openReview();
    await user.keyboard(' ');
    fireEvent.click(screen.getByRole('checkbox', { name: /c1/ }));
    expect(screen.getByRole('checkbox', { name: /c2/ })).toHaveProperty('checked', false);
    expect(screen.getByText('core, not yet said')).toBeTruthy();
    expect(screen.queryByText(/missed/)).toBeNull();
    expect(screen.getByText(/One core point is not ticked/)).toBeTruthy();
  });
});

describe('the end of a session', () => {
  test('by hand shows what it came to, once something was done, and can be gone on from', async () => {
    const { user } = await openReview();
    await user.keyboard(' ');
    await user.keyboard('3');
    await asked('q-2');
    fireEvent.click(press('End session'));
    expect(await screen.findByRole('heading', { name: 'Done for now.' })).toBeTruthy();
    expect(screen.getByText(/1 new question learnt/)).toBeTruthy();
    expect(screen.getByText(/2 cards still wait today/)).toBeTruthy();
    fireEvent.click(press('Go on'));
    await asked('q-2');
    fireEvent.click(press('End session'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
    await answered();
  });

  test('by hand goes home when nothing was done', async () => {
    await openReview();
    fireEvent.click(press('End session'));
    await waitFor(() => expect(address()).toBe('/'));
  });

  test('counts what was put aside as put aside, and not as reviewed', async () => {
    const { user } = await openReview();
    await user.keyboard('b');
    await asked('q-2');
    await user.keyboard('s');
    await asked('q-3');
    fireEvent.click(press('End session'));
    expect(await screen.findByText('2 cards put aside.')).toBeTruthy();
  });
});

describe('the voice', () => {
  const voice = {
    speaking: false,
    pending: false,
    getVoices: () => [],
    speak: vi.fn(() => {
      voice.speaking = true;
    }),
    cancel: vi.fn(() => {
      voice.speaking = false;
    }),
  };

  beforeEach(() => {
    voice.speaking = false;
    vi.stubGlobal('SpeechSynthesisUtterance', Object);
    vi.stubGlobal('speechSynthesis', voice);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  async function listen(user: UserEvent): Promise<void> {
    await user.keyboard('r');
    expect(voice.speaking).toBe(true);
  }

  const silence = () => waitFor(() => expect(voice.speaking).toBe(false));

  test.each([
    ['the answer is shown', ' '],
    ['the card is buried', 'b'],
    ['the card is suspended', 's'],
  ])('falls silent when %s', async (_, key) => {
    const { user } = await openReview();
    await listen(user);
    await user.keyboard(key);
    await silence();
  });

  test('falls silent when the card is graded, when that is undone, and when the session ends', async () => {
    const { user } = await openReview();
    await user.keyboard(' ');
    await listen(user);
    await user.keyboard('3');
    await asked('q-2');
    await silence();
    await listen(user);
    await user.keyboard('u');
    await answered();
    await silence();
    await user.keyboard('3');
    await asked('q-2');
    await listen(user);
    fireEvent.click(press('End session'));
    await screen.findByRole('heading', { name: 'Done for now.' });
    await silence();
  });
});

describe('the database, while a grade is stored', () => {
  test('is not waited for: the next question is there, and all is handed over before', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    const recorded = vi.spyOn(db, 'transaction');
    press(/^Good/).click();
    expect(recorded).toHaveBeenCalledTimes(1);
    expect(await db.events.count()).toBe(0);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What is q-2?');
    await waitFor(async () => expect(await db.events.count()).toBe(1));
  });

  test('is slow: what is pressed on the next question is stored after it', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    const letGo = holdStore(db);
    await user.keyboard('33');
    await asked('q-2');
    await user.keyboard(' ');
    await user.keyboard('1');
    expect(await db.events.count()).toBe(0);
    letGo();
    await asked('q-3');
    const events = await db.events.toArray();
    expect(events.map(({ item, type }) => [item, type])).toEqual([
      ['q-1', 'reviewed'],
      ['q-2', 'reviewed'],
    ]);
  });

  test('is slow: Undo takes back the grade that is on its way', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    const letGo = holdStore(db);
    await user.keyboard('3');
    await asked('q-2');
    await user.keyboard('u');
    letGo();
    expect(await screen.findByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
    await answered();
    expect((await db.events.toArray()).map(({ type }) => type)).toEqual(['reviewed', 'voided']);
  });

  test('is slow: who ends at the last card does not leave it to be asked again', async () => {
    const { db, user } = await openReview([question('q-1'), question('q-2')]);
    await user.keyboard(' 3');
    await asked('q-2');
    const letGo = holdStore(db);
    await user.keyboard(' 3');
    fireEvent.click(press('End session'));
    letGo();
    expect(await screen.findByText(/2 new questions learnt/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
    expect(await db.events.count()).toBe(2);
  });

  test('is slow: what was answered stands in the summary of who ends before it is stored', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    const letGo = holdStore(db);
    await user.keyboard('3');
    await asked('q-2');
    fireEvent.click(press('End session'));
    expect(screen.queryByRole('heading', { name: 'Done for now.' })).toBeNull();
    letGo();
    expect(await screen.findByText(/1 new question learnt/)).toBeTruthy();
  });

  test('refuses late: the card comes back, and what was pressed on the next question is forgotten with it', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    let refuse = (): void => undefined;
    const refused = new Promise<never>((_, reject) => {
      refuse = () => reject(new DOMException('full', 'QuotaExceededError'));
    });
    vi.spyOn(db, 'transaction').mockImplementationOnce((() => refused) as unknown as typeof db.transaction);
    await user.keyboard('3');
    await asked('q-2');
    await user.keyboard(' ');
    await user.keyboard('1');
    refuse();
    expect((await screen.findAllByText(/not stored/i)).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
    await answered();
    expect(await db.events.count()).toBe(0);
  });

  test('refuses: the card comes back as it was, with its ticks, and says so', async () => {
    const { db, user } = await openReview();
    await user.keyboard(' ');
    fireEvent.click(screen.getByRole('checkbox', { name: /c1/ }));
    vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    fireEvent.click(press(/^Good/));
    expect((await screen.findAllByText(/not stored/i)).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { level: 1, name: 'What is q-1?' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /c1/ })).toHaveProperty('checked', true);
    expect(await db.events.count()).toBe(0);
    fireEvent.click(press(/^Good/));
    await asked('q-2');
    expect(await db.events.count()).toBe(1);
  });
});

test('a session that could not be read is read anew by Try again', async () => {
  const { db, tell, user } = await openReview();
  vi.spyOn(db.cards, 'where').mockImplementationOnce(() => {
    throw new DOMException('not now', 'UnknownError');
  });
  tell({ type: 'replaced' });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await asked('q-1');
});
