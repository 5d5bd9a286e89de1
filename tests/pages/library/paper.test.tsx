// @vitest-environment jsdom
/** The Library on paper: lines that are far from the screen are empty room there, and must not be on a sheet. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { question } from '../../support/item-builders.ts';
import { renderApp } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

/** A screen that no line comes near. */
class Nowhere {
  observe(): void {}
  unobserve(): void {}
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Nowhere);
});

async function openWith(count: number, at: string): Promise<void> {
  const topics = ['web/http', 'web/tls'];
  const many = Array.from({ length: count }, (_, index) =>
    question(`q-${String(index).padStart(4, '0')}`, { topic: topics[Math.floor((index * 2) / count)] ?? '' }),
  );
  const { db } = await openTestDb(many);
  renderApp(at, db);
  await screen.findByText(new RegExp(`^Showing all ${count.toLocaleString('en')} entries`, 'u'));
}

const all = (selector: string) => document.querySelectorAll(`main ${selector}`).length;
const printed = () => all('[role=listitem]:not([data-off-paper])');
/** The page listens once its effects have run, which is after its first lines are there. */
async function print(lines: number): Promise<void> {
  await waitFor(() => {
    fireEvent(window, new Event('beforeprint'));
    expect(printed()).toBe(lines);
  });
}

test.each(['/library', '/library?sort=title'])('%s: every line of a long list is printed', async (at) => {
  await openWith(450, at);
  expect(all('[role=listitem]')).toBeLessThan(450);
  await print(450);
  expect(all('[data-room]')).toBe(0);
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(all('[data-room]')).toBeGreaterThan(0));
});

test.each(['/library', '/library?sort=title'])('%s: a list without end is printed in part, and says so', async (at) => {
  await openWith(1300, at);
  await print(1000);
  expect(screen.getByText('On paper: the first 1,000 of 1,300.')).toBeTruthy();
});
