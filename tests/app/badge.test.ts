import { afterEach, expect, test, vi } from 'vitest';
import { showBadge } from '#app/badge.ts';

afterEach(() => vi.unstubAllGlobals());

test('the badge carries the count, and goes when nothing is due', async () => {
  const badge = { setAppBadge: vi.fn(() => Promise.resolve()), clearAppBadge: vi.fn(() => Promise.resolve()) };
  vi.stubGlobal('navigator', badge);
  await showBadge(12);
  expect(badge.setAppBadge).toHaveBeenCalledWith(12);
  await showBadge(0);
  expect(badge.clearAppBadge).toHaveBeenCalledOnce();
});

test('a browser without badges, or one that refuses, breaks nothing', async () => {
  vi.stubGlobal('navigator', {});
  await expect(showBadge(3)).resolves.toBeUndefined();
  vi.stubGlobal('navigator', { setAppBadge: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
  await expect(showBadge(3)).resolves.toBeUndefined();
});
