// @vitest-environment jsdom
/** Offers wait for a quiet moment and stand in nobody's way. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { useBoot } from '#app/boot.ts';
import { startOffers } from '#app/quiet-offers.ts';
import { useOffers } from '#pages/parts/offers.ts';
import { setStorage } from '#storage/current.ts';
import { deviceId } from '../support/builders.ts';
import { openTestDb } from '../support/test-db.ts';

test('a database that is closed by then makes no offers, and nothing of it is left unheard', async () => {
  const { db } = await openTestDb();
  setStorage({ db, device: deviceId(1) });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  onTestFinished(() => {
    process.off('unhandledRejection', unheard);
    vi.unstubAllGlobals();
    setStorage(null);
  });
  db.close();
  startOffers();
  globalThis.dispatchEvent(new Event('beforeinstallprompt'));
  useBoot.setState({ boot: { phase: 'ready' } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(useOffers.getState().offers).toEqual([]);
  expect(unheard.mock.calls).toEqual([]);
});
