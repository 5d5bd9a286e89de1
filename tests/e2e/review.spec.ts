import { expect, test } from '../support/browser.ts';
import type { Page } from '@playwright/test';
import { openToday, putSetting, rowsOf } from '../support/stored.ts';

interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly card: string;
  readonly grade?: number;
  readonly target?: string;
  readonly tookMs?: number;
  readonly points?: readonly { readonly id: string; readonly hit: boolean; readonly due: unknown }[];
}

/** What a screen reader is told. */
async function expectSaid(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words })).toBeAttached();
}

test('a whole review by keyboard alone, from Today to what comes next', async ({ page }) => {
  await openToday(page);
  await putSetting(page, 'newPerDay', 3);
  await page.reload();
  await page.getByRole('button', { name: 'Start review' }).focus();
  await page.keyboard.press('Enter');
  for (let card = 0; card < 3; card += 1) {
    const question = page.getByRole('heading', { level: 1 });
    await expect(question).toBeFocused();
    await page.keyboard.press('h');
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
    await page.keyboard.press('a');
    await expect(page.getByRole('checkbox').first()).toBeChecked();
    await expect(page.getByRole('button', { name: /^Hard/ })).toHaveAccessibleDescription('Proposed');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Done for now.' })).toBeVisible();
  await expect(page.getByText('3 new questions learnt')).toBeVisible();
  await expect(page.getByText('When to come back')).toBeVisible();
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(events.map((event) => [event.type, event.grade])).toEqual([
    ['reviewed', 2],
    ['reviewed', 2],
    ['reviewed', 2],
  ]);
});

test('the interval on a button is the interval that is stored', async ({ page }) => {
  await openToday(page);
  await page.getByRole('button', { name: 'Start review' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  const name = await page.getByRole('button', { name: /^Easy/ }).getAttribute('aria-label');
  await page.getByRole('button', { name: /^Easy/ }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  const [event] = await rowsOf<StoredEvent & { due: { days: number } }>(page, 'events');
  expect(name).toBe(`Easy, ${event?.due.days} d`);
});

test('a missed core point becomes a small card for the next day, and undo takes it away', async ({ page }) => {
  await openToday(page);
  await page.getByRole('button', { name: 'Start review' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('checkbox').nth(1).check();
  await expect(page.getByText(/so Again is proposed/)).toBeVisible();
  await page.getByRole('button', { name: /^Again/ }).click();
  await expect(page.getByText('2 / 9')).toBeVisible();
  const scheduled = () => rowsOf<{ id: string; queue: string; point: string | null }>(page, 'cards');
  const small = (await scheduled()).filter((row) => row.point !== null && row.queue === 'due');
  expect(small.length).toBeGreaterThan(0);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  await page.keyboard.press('u');
  await expectSaid(page, 'Grade taken back.');
  const after = await scheduled();
  expect(after.filter((row) => row.point !== null)).toEqual([]);
  expect(after.filter((row) => row.queue !== 'new')).toEqual([]);
});

test('undo goes back many steps, across a reload, and the same cards can be graded again', async ({ page }) => {
  await openToday(page);
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  const graded: string[] = [];
  for (let card = 0; card < 4; card += 1) {
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    graded.push((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
    await page.keyboard.press('3');
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  for (const title of graded.toReversed()) {
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(graded[0] ?? '');
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(events.filter((event) => event.type === 'reviewed')).toHaveLength(5);
  expect(events.filter((event) => event.type === 'voided')).toHaveLength(4);
});

test('time in a hidden tab does not count as answer time', async ({ page }) => {
  await page.clock.install();
  await openToday(page);
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  const visibility = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await page.clock.runFor(5000);
  await visibility('hidden');
  await page.clock.runFor(600_000);
  await visibility('visible');
  await page.clock.runFor(2000);
  await page.keyboard.press('Space');
  await page.keyboard.press('3');
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  const [event] = await rowsOf<StoredEvent>(page, 'events');
  expect(event?.tookMs).toBeGreaterThanOrEqual(7000);
  expect(event?.tookMs).toBeLessThan(12_000);
});

test('flag, note, bury and suspend are stored, and each can be taken back', async ({ page }) => {
  await openToday(page);
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  await page.keyboard.press('f');
  await expectSaid(page, 'Flagged.');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Note' }).fill('ask about keep-alive');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expectSaid(page, 'Note saved on this device.');
  const first = await page.getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first ?? '');
  await page.keyboard.press('s');
  await expectSaid(page, 'Suspended: it will not be asked');
  const events = await rowsOf<StoredEvent>(page, 'events');
  expect(events.map((event) => event.type)).toEqual(['flagged', 'noted', 'buried', 'suspended']);
  for (const text of ['back in the schedule', 'back for today', 'Note taken back', 'Flag taken back']) {
    await page.keyboard.press('u');
    await expectSaid(page, text);
  }
  const marks = await rowsOf<{ flagged: number; note: string }>(page, 'marks');
  expect(marks.every((mark) => mark.flagged === 0 && mark.note === '')).toBe(true);
});

test('two buttons for those who want two', async ({ page }) => {
  await openToday(page);
  await putSetting(page, 'gradeButtons', 'two');
  await page.goto('/review');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await expect(page.getByRole('button', { name: /^(Again|Good)/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^(Hard|Easy)/ })).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  /** Two taps on the same place, as a finger makes them by mistake. */
  async function tapTwice(page: Page, name: string | RegExp): Promise<void> {
    const box = await page.getByRole('button', { name }).boundingBox();
    if (!box) throw new Error('The button is not in sight.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
  }

  test('a double tap shows an answer and no more, and grades one card and no more', async ({ page }) => {
    await openToday(page);
    await page.getByRole('button', { name: 'Start review' }).tap();
    const question = page.getByRole('heading', { level: 1 });
    const first = (await question.textContent()) ?? '';
    // The moment after a question has come is guarded too, so the first tap of a person comes later.
    await page.getByRole('button', { name: 'Show answer' }).click({ trial: true });
    await tapTwice(page, 'Show answer');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    expect(await rowsOf(page, 'events')).toEqual([]);
    await page.getByRole('button', { name: /^Good/ }).click({ trial: true });
    await tapTwice(page, /^Good/);
    await expect(question).not.toHaveText(first);
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
    expect(await rowsOf(page, 'events')).toHaveLength(1);
  });

  test('a session that is ended by hand says what it came to, and goes on from there', async ({ page }) => {
    await openToday(page);
    await page.getByRole('button', { name: 'Start review' }).tap();
    await page.getByRole('button', { name: 'Show answer' }).tap();
    await page.getByRole('button', { name: /^Good/ }).tap();
    await page.getByRole('button', { name: 'End session' }).tap();
    await expect(page.getByRole('heading', { name: 'Done for now.' })).toBeVisible();
    await expect(page.getByText('1 new question learnt')).toBeVisible();
    await expect(page.getByText(/7 cards still wait today/)).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).tap();
    await expect(page.getByText('2 / 8')).toBeVisible();
  });

  test('a note that is being written survives Escape and Back', async ({ page }) => {
    await openToday(page);
    await page.getByRole('button', { name: 'Start review' }).tap();
    const note = page.getByRole('textbox', { name: 'Note' });
    const write = async (words: string): Promise<void> => {
      await page.getByRole('button', { name: 'More' }).tap();
      await page.getByRole('menuitem', { name: /note/ }).tap();
      await note.fill(words);
    };
    await write('kept by Escape');
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await write('kept by Back');
    await page.goBack();
    await expect(page).toHaveURL(/\/$/);
    await expect.poll(() => rowsOf(page, 'marks')).toMatchObject([{ note: 'kept by Back' }]);
    const events = await rowsOf<StoredEvent & { text: string }>(page, 'events');
    expect(events.map(({ text }) => text)).toEqual(['kept by Escape', 'kept by Back']);
  });
});
