/** What axe finds on a page, in every theme. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './browser.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const EVERY_THEME = ['ink', 'paper', 'contrast-dark', 'contrast-light'];
/** A theme changes colours and nothing else, so that in the second and later ones these rules can find what the first did not. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Looks when each theme has arrived: no colour may be caught on its way from the one before. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
  // What never ends (a level meter, a spinner) has no colours on their way.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Infinity),
  );
}

async function expectClean(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  expect(found, where).toEqual([]);
}

/** No violation of WCAG 2.2 A and AA nor of axe's best practices as the page stands, dark and light unless told otherwise. */
export async function expectAccessible(
  page: Page,
  themes: readonly string[] = ['ink', 'paper'],
  screen = 'the screen',
): Promise<void> {
  for (const [n, theme] of themes.entries()) {
    await wear(page, theme);
    // Frames of other origins, for which axe otherwise opens a page of its own, there are none; what passes is not asked for.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    await expectClean(n === 0 ? axe.withTags(TAGS) : axe.withRules(OF_COLOUR), `${screen} in ${theme}`);
  }
}
