/** The app at an address, on a real database: everything but the start-up. Needs the jsdom environment. */
import { configure, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { BrowserRouter } from 'react-router';
import { onTestFinished, vi } from 'vitest';
import { Places } from '#app/places.tsx';
import { setStorage } from '#storage/current.ts';
import type { LamplightDb } from '#storage/database.ts';
import { Announcer } from '#ui/announcer.tsx';
import '../ui/jsdom-gaps.ts';
import { deviceId } from './builders.ts';

// A page arrives in pieces, and the machine may be busy with other tests: patience costs nothing when all is well.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

/** What the address bar says, without the host. */
export function address(): string {
  return window.location.pathname + window.location.search;
}

/** Opens an address of the app on this database, as device 9, and returns the person at it. */
export function renderApp(at: string, db: LamplightDb): UserEvent {
  setStorage({ db, device: deviceId(9) });
  onTestFinished(() => setStorage(null));
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  window.history.replaceState(null, '', at);
  render(
    <Announcer>
      <BrowserRouter>
        <Places />
      </BrowserRouter>
    </Announcer>,
  );
  return userEvent.setup();
}

/** Holds the calendar still (timers go on) until the test ends. */
export function stopCalendar(at: string | number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
