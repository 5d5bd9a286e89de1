import { beforeEach, describe, expect, test } from 'vitest';
import { readBackup } from '#exchange/backup-reader.ts';
import { studyDaysBefore, type CampaignId } from '#plan/campaign.ts';
import { CAMPAIGN_LIMITS, campaignRows } from '#plan/campaign-row.ts';
import { STUDY_DAYS } from '#review/bounds.ts';
import type { LamplightDb } from '#storage/database.ts';
import { changeCampaign, readCampaign, readCampaigns, removeCampaign, writeCampaign } from '#storage/plan-campaigns.ts';
import { inspectBackup } from '#storage/restore-inspect.ts';
import { restoreBackup, undoReplace } from '#storage/restore.ts';
import { latestSnapshot } from '#storage/restore-snapshots.ts';
import { readSettings } from '#storage/settings-store.ts';
import { campaign, TODAY } from '../plan/campaigns.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { backupOf, settingsBackup } from '../support/backup.ts';
import { deviceId, studyDay } from '../support/builders.ts';
import { openTab, openTestDb } from '../support/test-db.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const here = deviceId(1);
const there = deviceId(2);
const second = campaign({ id: 'c-two' as CampaignId, date: studyDay(TODAY + 4) });

let db: LamplightDb;

beforeEach(async () => {
  ({ db } = await openTestDb());
});

test('what was written is read again, the next interview first', async () => {
  await writeCampaign(db, campaign(), here, NOW_MS);
  await writeCampaign(db, second, here, NOW_MS);
  expect(await readCampaigns(db)).toEqual([second, campaign()]);
  expect(await readCampaign(db, second.id)).toEqual(second);
  expect(await readCampaign(db, 'c-none' as CampaignId)).toBeNull();
});

test('one that was removed is gone, and can be written again though the clock went back', async () => {
  await writeCampaign(db, campaign(), here, NOW_MS);
  await removeCampaign(db, campaign().id, here, NOW_MS);
  expect(await readCampaigns(db)).toEqual([]);
  await writeCampaign(db, campaign(), here, 5);
  expect(await readCampaigns(db)).toEqual([campaign()]);
});

test('settings are read as before when interviews stand beside them', async () => {
  await db.settings.put(setting('newPerDay', 3));
  await writeCampaign(db, campaign(), here, NOW_MS);
  expect(await readSettings(db)).toMatchObject({ newPerDay: 3, reviewsPerDay: 100 });
});

test('one that cannot be is refused, and a damaged row hides no other', async () => {
  await expect(writeCampaign(db, campaign({ minutesPerDay: 2000 }), here, NOW_MS)).rejects.toThrow(/minutesPerDay/);
  await writeCampaign(db, campaign(), here, NOW_MS);
  await db.settings.put({ key: 'campaign:c-bad', value: { date: 'soon' }, atMs: 1, device: here } as never);
  expect(await readCampaigns(db)).toEqual([campaign()]);
});

test('what two change at once holds of both', async () => {
  const { db, name } = await openTestDb();
  const other = await openTab(name);
  await writeCampaign(db, campaign(), here, NOW_MS);
  const id = campaign().id;
  await Promise.all([
    changeCampaign(db, id, (now) => ({ ...now, company: 'Haven' }), here, NOW_MS + 1),
    changeCampaign(other, id, (now) => ({ ...now, role: 'Platform engineer' }), there, NOW_MS + 1),
  ]);
  expect(await readCampaign(db, id)).toMatchObject({ company: 'Haven', role: 'Platform engineer' });
  await changeCampaign(db, id, () => null, here, NOW_MS + 2);
  expect(await readCampaign(db, id)).toMatchObject({ company: 'Haven', role: 'Platform engineer' });
});

describe('in a backup', () => {
  test('a campaign comes to another device, and the later change of two holds', async () => {
    const { db: other } = await openTestDb();
    await writeCampaign(db, campaign(), here, NOW_MS);
    await restoreBackup(other, await settingsBackup(db), 'merge', NOW_MS);
    expect(await readCampaigns(other)).toEqual([campaign()]);

    await writeCampaign(other, campaign({ company: 'Quay' }), there, NOW_MS + 10);
    await restoreBackup(other, await settingsBackup(db), 'merge', NOW_MS);
    expect(await readCampaigns(other)).toEqual([campaign({ company: 'Quay' })]);
    await removeCampaign(db, campaign().id, here, NOW_MS + 20);
    await restoreBackup(other, await settingsBackup(db), 'merge', NOW_MS);
    expect(await readCampaigns(other)).toEqual([]);
  });

  test('what a file would do to campaigns is told before', async () => {
    await writeCampaign(db, campaign(), here, NOW_MS);
    const backup = await settingsBackup(db);
    expect(await inspectBackup(db, backup)).toMatchObject({ settings: [], campaigns: 0 });
    const { db: other } = await openTestDb();
    expect(await inspectBackup(other, backup)).toMatchObject({ settings: [], campaigns: 1 });
  });

  test('a restore that replaced them is undone', async () => {
    await writeCampaign(db, campaign(), here, NOW_MS);
    await restoreBackup(db, backupOf({}), 'replace', NOW_MS);
    expect(await readCampaigns(db)).toEqual([]);
    await undoReplace(db, (await latestSnapshot(db))?.id ?? '', NOW_MS);
    expect(await readCampaigns(db)).toEqual([campaign()]);
  });

  test('a file of before there were campaigns restores, and takes none away when merged', async () => {
    await writeCampaign(db, campaign(), here, NOW_MS);
    const text = JSON.stringify({
      format: 'lamplight-backup',
      version: 1,
      exportedAtMs: NOW_MS,
      device: there,
      settings: [setting('newPerDay', 4)],
      events: [],
      cards: [],
    });
    const read = readBackup(text);
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    await restoreBackup(db, read.backup, 'merge', NOW_MS);
    expect(await readCampaigns(db)).toEqual([campaign()]);
    expect(await readSettings(db)).toMatchObject({ newPerDay: 4 });
  });
});

test.each<[string, { readonly key?: string; readonly device?: string; readonly value?: object }]>([
  ['a key without a name', { key: 'campaign:' }],
  ['a text that is too long', { value: { role: 'x'.repeat(CAMPAIGN_LIMITS.text + 1) } }],
  ['a weight below 0', { value: { topics: { 'web/http': -1 } } }],
  ['a tier that is none', { value: { tiers: { wizard: 1 } } }],
  ['a weekday that is none', { value: { restWeekdays: [0] } }],
  ['an unknown answer', { value: { asked: [{ item: null, text: '', went: 'superbly' }] } }],
  ['a field that nobody knows', { value: { mood: 'fine' } }],
  ['no device', { device: 'me' }],
  ['an interview after all calendars', { value: { date: 2 ** 53 - 1 } }],
  ['an interview that is too far to count the days', { value: { date: CAMPAIGN_LIMITS.date + 1 } }],
  ['an interview before all calendars', { value: { date: STUDY_DAYS.first - 1 } }],
  ['a rest day after all calendars', { value: { restDates: [STUDY_DAYS.last + 1] } }],
])('%s is told with its place', (_, { value, ...rest }) => {
  const { id: _id, ...fields } = campaign();
  expect(
    campaignRows.parse({ key: 'campaign:c-one', atMs: 1, device: here, ...rest, value: { ...fields, ...value } }),
  ).toMatchObject({
    ok: false,
    why: expect.stringMatching(/^\w+: /u) as string,
  });
});

test('the last date that an interview may have is taken, and its days can be counted', () => {
  const { id, ...fields } = campaign({ date: studyDay(CAMPAIGN_LIMITS.date), restDates: [studyDay(STUDY_DAYS.last)] });
  const [read] = campaignRows.from([campaignRows.row(id, { ...fields }, { atMs: 1, device: here })]);
  if (!read) throw new Error('It is a campaign.');
  expect(studyDaysBefore([read], TODAY, read.date)).toHaveLength(CAMPAIGN_LIMITS.date - TODAY);
});

test('a row whose time an earlier version took in and no clock shows can be changed and removed', async () => {
  const { id, ...fields } = campaign();
  const beyond = campaignRows.row(id, fields, { atMs: 9e15, device: there });
  await db.settings.put(beyond);
  await writeCampaign(db, campaign({ company: 'Haven' }), here, NOW_MS);
  expect(await readCampaigns(db)).toEqual([campaign({ company: 'Haven' })]);
  await db.settings.put(beyond);
  await removeCampaign(db, id, here, NOW_MS);
  expect(await readCampaigns(db)).toEqual([]);
});
