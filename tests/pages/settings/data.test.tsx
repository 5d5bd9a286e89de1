// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { forgetJobs } from '#pages/settings/jobs.ts';
import type { LogEvent } from '#review/event.ts';
import type { SettingRow } from '#review/settings.ts';
import { onTabNews } from '#storage/tabs.ts';
import { setting } from '../../support/arbitrary-settings.ts';
import { cardId, deviceId, eventBase, eventId, itemId, reviewed } from '../../support/builders.ts';
import { dump } from '../../support/dump.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { renderApp, stopCalendar } from '../../support/render-app.tsx';
import { openTestDb } from '../../support/test-db.ts';

const NOON = new Date(2026, 10, 22, 12).getTime();

afterEach(forgetJobs);

function backupText(events: readonly LogEvent[], settings: readonly SettingRow[] = [], device = 2): string {
  return JSON.stringify(makeBackup({ nowMs: NOON - 86_400_000, device: deviceId(device), settings, events }));
}

async function open(log: readonly LogEvent[] = [reviewed(1), reviewed(2)]) {
  stopCalendar(NOON);
  const { db } = await openTestDb();
  await recordLog(db, log);
  const user = renderApp('/settings', db);
  const data = await screen.findByRole('region', { name: 'Data' });
  const choose = (text: string, name = 'a.json'): Promise<void> =>
    user.upload(within(data).getByLabelText('Restore a backup'), new File([text], name, { type: 'application/json' }));
  const fact = (name: string) => within(data).getByText(name).nextElementSibling?.textContent;
  const facts = () => dump(db, ['snapshots', 'local']);
  return { db, user, data, choose, fact, facts };
}

/** What the browser was given to download. */
function catchDownloads(): { readonly name: string; readonly blob: Blob }[] {
  const caught: { name: string; blob: Blob }[] = [];
  let last = new Blob();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: vi.fn(), revokeObjectURL: vi.fn() }));
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:backup';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    caught.push({ name: this.download, blob: last });
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return caught;
}

test('one press downloads one file with everything, named by the day', async () => {
  const caught = catchDownloads();
  const { user, data } = await open();
  expect(await within(data).findByText(/No backup was made on this device yet; 2 entries/u)).toBeDefined();
  await user.click(within(data).getByRole('button', { name: 'Download backup' }));
  expect(
    await within(data).findByText(/lamplight-backup-2026-11-22\.json is in your downloads, with 2 entries/u),
  ).toBeDefined();
  expect(caught.map(({ name }) => name)).toEqual(['lamplight-backup-2026-11-22.json']);
  const file = JSON.parse((await caught[0]?.blob.text()) ?? '') as unknown;
  expect(file).toMatchObject({
    format: 'lamplight-backup',
    device: deviceId(9),
    exportedAtMs: NOON,
    events: [reviewed(1), reviewed(2)],
  });
  expect(await within(data).findByText(/The last one was made here today and holds everything\./u)).toBeDefined();
});

test('on a full device the backup is handed over all the same, it is told that it was not noted, and other work can begin', async () => {
  const caught = catchDownloads();
  const { db, user, data } = await open();
  vi.spyOn(db.local, 'put').mockRejectedValue(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
  await user.click(within(data).getByRole('button', { name: 'Download backup' }));
  expect(
    await within(data).findByText(/with 2 entries .*That it was made could not be noted here: this device is full\./u),
  ).toBeDefined();
  expect(caught).toHaveLength(1);
  vi.mocked(db.local.put).mockRestore();
  await user.click(within(data).getByRole('button', { name: 'Rebuild from history' }));
  expect(await within(data).findByText(/^3 cards rebuilt/u)).toBeDefined();
});

test('what came after the last backup is counted', async () => {
  const { db, data } = await open();
  await db.local.put({ key: 'lastBackup', value: { atMs: NOON - 3 * 86_400_000, events: 1 } });
  expect(await within(data).findByText(/made here 3 days ago; 1 entry of your history came since then/u)).toBeDefined();
});

test('what was written without a review is worth a backup, and counted when it came after the last one', async () => {
  const { db, data } = await open([]);
  expect(await within(data).findByText(/There is nothing to back up yet/u)).toBeDefined();
  await db.settings.put(setting('newPerDay', 3, NOON, 2));
  expect(
    await within(data).findByText(/made on this device yet; 1 setting, plan or text would go into it/u),
  ).toBeDefined();
  await db.local.put({ key: 'lastBackup', value: { atMs: NOON - 86_400_000, events: 0 } });
  expect(await within(data).findByText(/made here yesterday; 1 setting, plan or text came since then/u)).toBeDefined();
});

describe('restoring', () => {
  const file = backupText(
    [reviewed(2), reviewed(3), { ...eventBase(4, 'q-two'), type: 'flagged', on: true }],
    [setting('newPerDay', 3, NOON, 2)],
  );

  test('the file is told about before anything is changed', async () => {
    const { data, choose, fact, facts } = await open();
    const before = await facts();
    await choose(file, 'phone.json');
    expect(await within(data).findByRole('heading', { name: 'Backup of 21 November 2026 at 12:00' })).toBeDefined();
    expect(within(data).getByText(/^phone\.json, /u)).toBeDefined();
    expect({
      made: fact('Made on'),
      holds: fact('Holds'),
      fresh: fact('New here'),
      here: fact('Only here'),
      settings: fact('Settings'),
    }).toEqual({
      made: 'another device',
      holds: '2 reviews and 1 other entry',
      fresh: '1 review and 1 other entry',
      here: '1 entry that the file does not hold',
      settings: 'New cards a day',
    });
    expect(screen.getByRole('radio', { name: 'Merge' })).toHaveProperty('checked', true);
    expect(await facts()).toEqual(before);
  });

  test('left alone, it changes nothing', async () => {
    const { user, data, choose, facts } = await open();
    const before = await facts();
    await choose(file);
    await user.click(await within(data).findByRole('button', { name: 'Leave it' }));
    expect(within(data).queryByRole('button', { name: 'Merge into this device' })).toBeNull();
    expect(await facts()).toEqual(before);
  });

  test('merging adds what is new, tells the other tabs, and a second time finds nothing', async () => {
    const heard: unknown[] = [];
    onTestFinished(onTabNews((news) => heard.push(news)));
    const { db, user, data, choose, fact, facts } = await open();
    await choose(file);
    await user.click(await within(data).findByRole('button', { name: 'Merge into this device' }));
    expect(
      await within(data).findByText(
        'Merged: 2 entries came in, 1 was here already. 1 setting, plan or text of yours came in or changed.',
      ),
    ).toBeDefined();
    expect(await db.events.toCollection().primaryKeys()).toEqual([1, 2, 3, 4].map(eventId));
    expect((await db.cards.get(cardId('q-one')))?.state.learning).toMatchObject({ reps: 3 });
    expect(await db.settings.get('newPerDay')).toMatchObject({ value: 3 });

    const merged = await facts();
    await choose(file);
    await within(data).findByText('Everything in this file is here already; merging changes nothing.');
    expect(fact('New here')).toBe('nothing');
    await user.click(within(data).getByRole('button', { name: 'Merge into this device' }));
    expect(await within(data).findByText('Merged: everything was here already.')).toBeDefined();
    expect(await facts()).toEqual(merged);
  });

  test('replacing keeps what was here, and one press brings it back, and one more the file', async () => {
    const { db, user, data, choose, facts } = await open();
    const before = await facts();
    await choose(backupText([reviewed(7)]));
    await user.click(await within(data).findByRole('radio', { name: 'Replace' }));
    expect(within(data).getByText(/2 entries that are only on this device go out of use/u)).toBeDefined();
    await user.click(within(data).getByRole('button', { name: 'Replace what is here' }));
    expect(await within(data).findByText('Replaced: 1 entry came in, 2 entries went out and are kept.')).toBeDefined();
    expect(await db.events.toCollection().primaryKeys()).toEqual([eventId(7)]);

    await user.click(await within(data).findByRole('button', { name: 'Undo the replacement' }));
    expect(await within(data).findByText('Everything is as it was before.')).toBeDefined();
    expect(await facts()).toEqual(before);

    await user.click(await within(data).findByRole('button', { name: 'Bring the replacement back' }));
    await waitFor(async () => expect(await db.events.toCollection().primaryKeys()).toEqual([eventId(7)]));
  });

  test('card states that the events do not give are told, and the events win', async () => {
    const { db, user, data, choose } = await open([]);
    await choose(backupText([reviewed(1)]).replace('"reps":1', '"reps":40'));
    expect(
      await within(data).findByText(/1 card in the file is stated otherwise than the reviews beside it give/u),
    ).toBeDefined();
    await user.click(within(data).getByRole('button', { name: 'Merge into this device' }));
    await within(data).findByText(/^Merged/u);
    expect((await db.cards.get(cardId('q-one')))?.state.learning).toMatchObject({ reps: 1 });
  });

  test('an event that this device tells otherwise is told, and stays', async () => {
    const { data, choose } = await open();
    await choose(backupText([reviewed(1, { grade: 1 })]));
    expect(
      await within(data).findByText(
        /1 entry of this device is told otherwise in the file\. Merging keeps what is here/u,
      ),
    ).toBeDefined();
  });

  test.each([
    ['a truncated file', file.slice(0, 900), 'The end of this file is missing', /breaks off at entry 3 of its history/u],
    ['a file of a newer version', file.replace('"version":1', '"version":2'), 'This backup was made by a newer version of Lamplight', /get the newest version/u],
    ['other JSON', '{"deck":"French"}', 'This file is not a backup of Lamplight', /lamplight-backup-/u],
    ['a table', 'front,back', 'This file is not a backup of Lamplight', /holds something else/u],
    ['a text that was edited by hand', file.replace('"events":[', '"events":[,'), 'This file is not a backup, or it is damaged', /at entry 1 of its history/u],
    ['a damaged entry', file.replace('"grade":3', '"grade":8'), 'This backup is damaged', /At entry 1 of its history/u],
  ])('%s is refused in plain words, and nothing is changed', async (_, text, title, remedy) => {
    const { db, data, choose } = await open();
    const before = await dump(db);
    await choose(text, 'strange.json');
    const alert = await within(data).findByRole('alert');
    expect(within(alert).getByText(title)).toBeDefined();
    expect(within(alert).getByText(remedy)).toBeDefined();
    expect(within(alert).getByText('Nothing was changed.')).toBeDefined();
    expect(within(alert).getByText('strange.json')).toBeDefined();
    expect(await dump(db)).toEqual(before);
    expect(within(data).queryByRole('button', { name: 'Merge into this device' })).toBeNull();
  }); // prettier-ignore

  test('a full disk is told, and the file can be tried again', async () => {
    const { db, user, data, choose, facts } = await open();
    const before = await facts();
    await choose(file);
    const fail = (): void => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.cards.hook('creating', fail);
    const merge = await within(data).findByRole('button', { name: 'Merge into this device' });
    await user.click(merge);
    const alert = await within(data).findByRole('alert');
    expect(within(alert).getByText('This device is full')).toBeDefined();
    db.cards.hook('creating').unsubscribe(fail);
    expect(await facts()).toEqual(before);
    await user.click(merge);
    expect(await within(data).findByText(/^Merged: 2 entries/u)).toBeDefined();
    expect(within(data).queryByRole('alert')).toBeNull();
  });
});

test('what looks wrong can be rebuilt; damaged entries are counted and kept', async () => {
  const { db, user, data } = await open();
  await db.cards.clear();
  await db.events.put({ id: eventId(90), nonsense: true } as never);
  await user.click(within(data).getByRole('button', { name: 'Rebuild from history' }));
  expect(
    await within(data).findByText(/^3 cards rebuilt\. 1 entry of the history cannot be read and does not count/u),
  ).toBeDefined();
  expect((await db.cards.where('item').equals(itemId('q-one')).toArray())[0]?.state.learning).toMatchObject({
    reps: 2,
  });
  expect(await db.events.count()).toBe(3);
});

test('the browser can be asked to keep the data, and a no is told as what it is', async () => {
  const persist = vi.fn(() => Promise.resolve(false));
  const storage = {
    persisted: () => Promise.resolve(false),
    persist,
    estimate: () => Promise.resolve({ usage: 3_200_000, quota: 12e9 }),
  };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'storage');
  });
  const { user, data, fact } = await open();
  await user.click(await within(data).findByRole('button', { name: 'Ask the browser to keep it' }));
  expect(await within(data).findByText(/The browser did not promise it/u)).toBeDefined();
  expect(persist).toHaveBeenCalledOnce();
  expect(fact('Kept')).toContain('not promised');
  expect(fact('Space used')).toBe('about 3.2 MB of 12 GB');
});
