/** Starts a mock in the built app and reads what it left in the store. */
import { expect, type Page } from '@playwright/test';
import { rowsOf } from './stored.ts';

interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly item: string;
  readonly grade?: number;
  readonly source?: string;
  readonly points?: readonly { readonly id: string; readonly hit: boolean; readonly due: unknown }[];
  readonly mock?: {
    readonly pauses: readonly { readonly kind: string }[];
    readonly answers: readonly {
      readonly item: string;
      readonly tier: string;
      readonly outcome: string;
      readonly thinkMs: number;
      readonly speakMs: number;
      readonly event: string | null;
      readonly followUps: readonly { readonly ask: string; readonly tookMs: number }[];
    }[];
  };
}

/** Sets a mock up by its address and starts it. */
export async function start(page: Page, query: string): Promise<void> {
  await page.goto(`/mock?${query}`);
  await page.getByRole('button', { name: 'Start mock' }).click();
  await expect(page).toHaveURL(/\/mock\/run$/u);
  await page.getByRole('button', { name: 'Start speaking' }).waitFor();
}

/** Thinks, speaks and guesses by keyboard. */
async function speakByKeys(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'I have finished' }).waitFor();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'How much of what counts did you say?' })).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Has spoken to nothing, hears both follow-ups of it, and has no word to the second. */
export async function followUpByKeys(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Which of these did you speak to?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByText(/^Follow-up 1 of 2 to/u).waitFor();
  await page.keyboard.press('Space');
  await page.getByText(/^Follow-up 2 of 2 to/u).waitFor();
  await page.keyboard.press('s');
}

/** Answers a question of a panel up to its grading. */
export async function answerByKeys(page: Page): Promise<void> {
  await speakByKeys(page);
  await followUpByKeys(page);
  await page.getByRole('button', { name: /(?:Score it|None of these was said), go on/u }).waitFor();
}

/** Waits for the report of the mock; returns what reached the log. */
export async function finished(page: Page): Promise<{ events: StoredEvent[]; mock: NonNullable<StoredEvent['mock']> }> {
  await expect(page).toHaveURL(/\/mock\/[0-9a-f-]{36}$/u);
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  const events = await rowsOf<StoredEvent>(page, 'events');
  const last = events.at(-1);
  if (!last?.mock) throw new Error('No mock was stored.');
  return { events, mock: last.mock };
}
