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

/** Waits for the report of the mock; returns what reached the log. */
export async function finished(page: Page): Promise<{ events: StoredEvent[]; mock: NonNullable<StoredEvent['mock']> }> {
  await expect(page).toHaveURL(/\/mock\/[0-9a-f-]{36}$/u);
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  const events = await rowsOf<StoredEvent>(page, 'events');
  const last = events.at(-1);
  if (!last?.mock) throw new Error('No mock was stored.');
  return { events, mock: last.mock };
}
