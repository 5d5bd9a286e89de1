import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { collectErrors } from '../support/browser.ts';
import { startSite, type Site } from '../support/site.ts';

let site: Site;

test.beforeEach(async () => {
  site = await startSite('one');
});

test.afterEach(() => site.remove());

const stateOf = (page: Page) => page.locator('#state');
const versionOf = (page: Page) => page.locator('#version');

async function open(context: BrowserContext, state: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(stateOf(page)).toHaveText(state);
  return page;
}

/** What the browser does now and then by itself: looks whether there is a newer worker. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

async function textAt(page: Page, pathname: string): Promise<string> {
  return page.evaluate(async (path) => (await fetch(path)).text(), pathname);
}

const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());

test('a second visit needs no server: every page, every part, every pack', async ({ context }) => {
  const errors = collectErrors(context);
  const first = await open(context, 'offlineReady');
  await first.close();
  await site.stop();

  const page = await context.newPage();
  await page.goto(`${site.url}/q/some-question`);
  await expect(versionOf(page)).toHaveText('Version one');
  await expect(stateOf(page)).toHaveText('offlineReady');
  await page.locator('#later').click();
  await expect(page.locator('#answer')).toHaveText('Later part of one');
  expect(await textAt(page, '/bank/pack-one.json')).toContain('pack of one');
  expect(errors).toEqual([]);
});

test('the part that a first visit has not used yet is there when the network goes away', async ({ context }) => {
  const page = await open(context, 'offlineReady');
  await site.stop();
  await page.locator('#later').click();
  await expect(page.locator('#answer')).toHaveText('Later part of one');
});

test('an update waits, through reloads too, until a person takes it', async ({ context }) => {
  const errors = collectErrors(context);
  const page = await open(context, 'offlineReady');
  await site.deploy('two');
  await lookForUpdate(page);
  await expect(stateOf(page)).toHaveText('updateWaiting');

  await page.reload();
  await expect(versionOf(page)).toHaveText('Version one');
  await expect(stateOf(page)).toHaveText('updateWaiting');

  await page.locator('#update').click();
  await expect(versionOf(page)).toHaveText('Version two');
  await expect(stateOf(page)).toHaveText('offlineReady');
  await expect.poll(() => caches(page)).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('an update downloads only what changed', async ({ context }) => {
  const page = await open(context, 'offlineReady');
  await site.deploy('two');
  await lookForUpdate(page);
  await expect(stateOf(page)).toHaveText('updateWaiting');
  expect(site.asked).toContain('/bank/pack-two.json');
  expect(site.asked).not.toContain('/bank/same.json');
});

test('an old tab is not reloaded when another tab takes the update, and goes on', async ({ context }) => {
  const errors = collectErrors(context);
  const old = await open(context, 'offlineReady');
  const other = await open(context, 'offlineReady');
  await old.evaluate(() => Object.assign(globalThis, { untouched: true }));
  await site.deploy('two');
  await lookForUpdate(other);
  await expect(stateOf(other)).toHaveText('updateWaiting');
  await other.locator('#update').click();
  await expect(versionOf(other)).toHaveText('Version two');
  await expect(stateOf(other)).toHaveText('offlineReady');

  await expect(stateOf(old)).toHaveText('updatedElsewhere');
  expect(await old.evaluate(() => 'untouched' in globalThis)).toBe(true);
  await site.stop();
  await old.locator('#later').click();
  await expect(old.locator('#answer')).toHaveText('Later part of one');
  expect(await textAt(old, '/bank/pack-one.json')).toContain('pack of one');
  expect(await caches(old)).toHaveLength(2);

  await old.locator('#update').click();
  await expect(versionOf(old)).toHaveText('Version two');
  await expect.poll(() => caches(old)).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('an old tab survives two updates', async ({ context }) => {
  const old = await open(context, 'offlineReady');
  const other = await open(context, 'offlineReady');
  for (const version of ['two', 'three']) {
    await site.deploy(version);
    await lookForUpdate(other);
    await expect(stateOf(other)).toHaveText('updateWaiting');
    await other.locator('#update').click();
    await expect(versionOf(other)).toHaveText(`Version ${version}`);
    await expect(stateOf(other)).toHaveText('offlineReady');
  }
  await site.stop();
  await old.locator('#later').click();
  await expect(old.locator('#answer')).toHaveText('Later part of one');
});

test('an update whose download fails changes nothing, and the old version works offline', async ({ context }) => {
  const page = await open(context, 'offlineReady');
  const before = await caches(page);
  await site.deploy('two');
  site.breakPath('/bank/pack-two.json');
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const ended = new Promise<string>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    await registration.update();
    return ended;
  });
  expect(failed).toBe('redundant');
  expect(await caches(page)).toEqual(before);
  await expect(stateOf(page)).toHaveText('offlineReady');

  await site.stop();
  await page.reload();
  await expect(versionOf(page)).toHaveText('Version one');
  await page.locator('#later').click();
  await expect(page.locator('#answer')).toHaveText('Later part of one');
});

test('a first copy that fails says so, leaves nothing behind, and a later visit makes it', async ({ context }) => {
  site.breakPath('/bank/same.json');
  const page = await open(context, 'failed');
  expect(await caches(page)).toEqual([]);
  await site.remove();
  site = await startSite('one');
  await open(context, 'offlineReady');
});
