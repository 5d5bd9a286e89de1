/** What the app offers on Today, never during a review: a newer version, installation, another try at the bank. */
import { dropOffer, putOffer } from '#pages/parts/offers.ts';
import { APP_VERSION } from '#pages/settings/version.ts';
import { getStorage } from '#storage/current.ts';
import { retryBank, useBoot } from './boot.ts';
import { createInstallPrompt } from './install.ts';
import { createSwBridge, type SwBridge } from './sw-bridge.ts';

/** What cannot be offered or noted now comes with the next start; a database that cannot be read says so to whoever reads next. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

const INSTALL_DECLINED = 'installDeclined';

function offerUpdate(bridge: SwBridge): void {
  const state = bridge.getState();
  const later = { label: 'Later', onPress: () => dropOffer('update') };
  if (state === 'updateWaiting') {
    putOffer({
      id: 'update',
      title: 'A new version is ready',
      text: 'It is on this device already. Taking it reloads the page; everything you did is kept.',
      actions: [{ label: 'Update now', onPress: bridge.applyUpdate }, later],
    });
  } else if (state === 'updatedElsewhere') {
    putOffer({
      id: 'update',
      title: 'Another tab took the new version',
      text: 'This tab goes on with the older one until you reload it.',
      actions: [{ label: 'Reload this tab', onPress: bridge.applyUpdate }, later],
    });
  } else dropOffer('update');
}

/** On an iPhone or iPad only a person can install, by the Share menu. */
function needsShareMenu(): boolean {
  const apple = /iPhone|iPad/.test(navigator.userAgent);
  return apple && !globalThis.matchMedia('(display-mode: standalone)').matches;
}

async function declined(): Promise<boolean> {
  return (await getStorage().db.local.get(INSTALL_DECLINED)) !== undefined;
}

function decline(): void {
  dropOffer('install');
  quietly(getStorage().db.local.put({ key: INSTALL_DECLINED, value: true }));
}

/** Offered once there is something worth keeping, and never again after a "Not now". */
async function offerInstall(prompt: (() => Promise<void>) | null): Promise<void> {
  const worthIt = (await getStorage().db.events.limit(1).count()) > 0;
  if (!worthIt || (await declined())) return;
  const why = 'It opens like an app, works without a network, and browsers keep the data of installed apps longer.';
  const notNow = { label: 'Not now', onPress: decline };
  putOffer({
    id: 'install',
    title: 'Keep Lamplight on this device',
    text: prompt ? why : `${why} In the Share menu choose “Add to Home Screen”.`,
    actions: prompt ? [{ label: 'Install', onPress: () => quietly(prompt()) }, notNow] : [notNow],
  });
}

const SEEN_VERSION = 'seenVersion';

/** What is new, once a version; not to somebody who has just arrived. */
async function offerNews(): Promise<void> {
  const { local } = getStorage().db;
  const seen = (await local.get(SEEN_VERSION))?.value;
  if (seen === APP_VERSION) return;
  await local.put({ key: SEEN_VERSION, value: APP_VERSION });
  if (seen === undefined) return;
  putOffer({
    id: 'news',
    title: `Lamplight ${APP_VERSION} is here`,
    text: 'What changed stands in the settings, under About.',
    actions: [{ label: 'Good to know', onPress: () => dropOffer('news') }],
  });
}

function offerBank(): void {
  const { bankProblem } = useBoot.getState();
  if (!bankProblem) return dropOffer('bank');
  putOffer({
    id: 'bank',
    title: 'The newest questions did not arrive',
    text: 'You go on with those on this device; nothing is lost.',
    actions: [{ label: 'Try again', onPress: () => void retryBank() }],
  });
}

/** Registers the service worker and keeps the offers up to date. Called once, before the page has loaded. */
export function startOffers(): void {
  const install = createInstallPrompt();
  const bridge = createSwBridge();
  const offer = (): void => {
    if (install.getState() === 'available') quietly(offerInstall(install.prompt));
    else if (needsShareMenu()) quietly(offerInstall(null));
    else dropOffer('install');
  };
  bridge.subscribe(() => offerUpdate(bridge));
  useBoot.subscribe(({ boot }, before) => {
    if (boot.phase === 'ready' && before.boot.phase !== 'ready') {
      offer();
      quietly(offerNews());
    }
    offerBank();
  });
  install.subscribe(() => {
    if (useBoot.getState().boot.phase === 'ready') offer();
  });
}
