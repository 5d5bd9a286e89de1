// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { createInstallPrompt } from '#app/install.ts';

let standalone = false;

beforeEach(() => {
  standalone = false;
  vi.stubGlobal('matchMedia', () => ({ matches: standalone }));
});

function offer(outcome: 'accepted' | 'dismissed') {
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: vi.fn(() => Promise.resolve()),
    userChoice: Promise.resolve({ outcome }),
  });
  window.dispatchEvent(event);
  return event;
}

test('nothing is available until the browser offers it, and its own banner stays away', () => {
  const install = createInstallPrompt();
  const heard = vi.fn();
  install.subscribe(heard);
  expect(install.getState()).toBe('unavailable');
  expect(offer('accepted').defaultPrevented).toBe(true);
  expect(install.getState()).toBe('available');
  expect(heard).toHaveBeenCalledOnce();
});

test('a person who declines is not asked again in this visit', async () => {
  const install = createInstallPrompt();
  const event = offer('dismissed');
  await install.prompt();
  expect(install.getState()).toBe('unavailable');
  await install.prompt();
  expect(event.prompt).toHaveBeenCalledOnce();
});

test('once it is installed there is nothing left to offer', async () => {
  const install = createInstallPrompt();
  offer('accepted');
  await install.prompt();
  window.dispatchEvent(new Event('appinstalled'));
  expect(install.getState()).toBe('installed');
});

test('an app that runs installed says so from the start', () => {
  standalone = true;
  expect(createInstallPrompt().getState()).toBe('installed');
});

test('whoever stopped listening is left alone', () => {
  const install = createInstallPrompt();
  const heard = vi.fn();
  install.subscribe(heard)();
  offer('accepted');
  expect(heard).not.toHaveBeenCalled();
});
