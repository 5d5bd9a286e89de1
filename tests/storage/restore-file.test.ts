import { expect, test } from 'vitest';
import { makeBackup } from '#exchange/backup.ts';
import { BACKUP_LIMITS } from '#exchange/backup-schema.ts';
import { MOCK_FILE_BYTES, mockFileText, readMockFile } from '#exchange/mock-file.ts';
import { MOCK_LIMITS } from '#review/mock-record.ts';
import { DEFAULT_SETTINGS } from '#review/settings.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readBackupFile, writeBackupFile, type FileFault } from '#storage/heavy-file.ts';
import { doHeavy } from '#storage/heavy-work.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { takeInMock } from '#storage/mock-finish.ts';
import { inspectBackup } from '#storage/restore-inspect.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { deviceId, eventBase, replayContext, reviewed, schedulePolicy } from '../support/builders.ts';
import { dump } from '../support/dump.ts';
import { mockAnswer, mockRecord } from '../support/mock-records.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openTestDb } from '../support/test-db.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const backup = makeBackup({
  nowMs: NOW_MS,
  device: deviceId(2),
  settings: [setting('newPerDay', 3, 5000, 2)],
  events: [reviewed(1), reviewed(2), { ...eventBase(3), type: 'noted', text: 'Für Notizen: 🕯️' }],
});
const text = JSON.stringify(backup);

const bytesOf = (value: string) => new TextEncoder().encode(value);

function utf16(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(`\uFEFF${value}`, (sign) => sign.charCodeAt(0)).buffer);
}

/** A file whose size is claimed and whose content cannot be had. */
function fileThat(size: number, fail: string): Blob {
  const blob = new Blob(['{']);
  Object.defineProperty(blob, 'size', { value: size });
  blob.slice = () => {
    throw new Error(fail);
  };
  return blob;
}

const BAD: readonly (readonly [string, Blob, Partial<FileFault>])[] = [
  ['an empty file', new Blob([]), { kind: 'truncated' }],
  ['a picture', new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8)]), { kind: 'notText' }],
  ['a text in UTF-16', new Blob([utf16(text)]), { kind: 'notText' }],
  ['a file cut off inside a sign of several bytes', new Blob([bytesOf(text).slice(0, bytesOf(text).indexOf(0xf0) + 2)]), { kind: 'truncated', where: 'events[2]' }],
  ['half a sign after the end', new Blob([text, Uint8Array.of(0xf0, 0x9f)]), { kind: 'notText' }],
  ['a web page', new Blob(['<!doctype html>']), { kind: 'notBackup' }],
  ['other JSON', new Blob(['{"name":"x"}']), { kind: 'notBackup' }],
  ['a truncated file', new Blob([text.slice(0, 900)]), { kind: 'truncated', where: 'events[2]' }],
  ['a newer version', new Blob([text.replace('"version":1', '"version":7')]), { kind: 'newer', version: 7 }],
  ['a wrong event', new Blob([text.replace('"grade":3', '"grade":"good"')]), { kind: 'invalid', where: 'events[0]' }],
  ['a forged field', new Blob([text.replace('"grade":3', '"grade":3,"__proto__":{"x":1}')]), { kind: 'invalid' }],
  ['an absurd time', new Blob([text.replace(/"atMs":\d+,"offset/u, '"atMs":9e15,"offset')]), { kind: 'invalid' }],
  ['a file of 10 GB', fileThat(10 * 1024 ** 3, 'must not be read'), { kind: 'tooLarge', limit: BACKUP_LIMITS.bytes }],
  ['a file that the browser cannot read', fileThat(100, 'gone'), { kind: 'unreadable', why: 'gone' }],
]; // prettier-ignore

async function filled(): Promise<LamplightDb> {
  const { db } = await openTestDb();
  await recordLog(db, [reviewed(1), reviewed(8)]);
  await db.settings.put(setting('theme', 'paper'));
  return db;
}

test.each(BAD)('%s is refused and changes nothing, merged or replacing', async (_, file, fault) => {
  const db = await filled();
  const before = await dump(db);
  const how = { report: unreported, run: 'one' };
  for (const mode of ['merge', 'replace'] as const) {
    const given = await doHeavy(db, 'restore', { file, mode, nowMs: NOW_MS }, how);
    expect(given).toMatchObject({ ok: false, fault });
  }
  expect(await doHeavy(db, 'inspect', { file }, how)).toMatchObject({ ok: false, fault });
  expect(await dump(db)).toEqual(before);
});

test('a file is read in slices, wherever they cut its signs, and tells how far it is', async () => {
  const notes = Array.from({ length: 70 }, (_, n) => ({
    ...eventBase(n),
    type: 'noted' as const,
    text: `${n} ${'🕯️ü'.repeat(4000)}`,
  }));
  const long = makeBackup({ nowMs: NOW_MS, device: deviceId(1), settings: [], events: notes });
  const file = new Blob([JSON.stringify(long)]);
  const done: number[] = [];
  const read = await readBackupFile(file, (progress) => {
    expect(progress).toMatchObject({ stage: 'file', total: file.size });
    done.push(progress.done);
  });
  expect(read).toEqual({ ok: true, backup: long });
  expect(done.length).toBeGreaterThan(3);
  expect(done.at(-1)).toBe(file.size);
});

test('the file holds everything of the database, and says what could not go in', async () => {
  const db = await filled();
  await db.events.put({ id: 'damaged', nonsense: true } as never);
  await db.settings.put({ key: 'fuzz', value: 'maybe' } as never);
  const { blob, events, unreadable } = await writeBackupFile(db, deviceId(1), NOW_MS);
  expect({ events, unreadable, type: blob.type }).toEqual({ events: 2, unreadable: 1, type: 'application/json' });
  expect(await readBackupFile(blob)).toEqual({
    ok: true,
    backup: makeBackup({
      nowMs: NOW_MS,
      device: deviceId(1),
      settings: [setting('theme', 'paper')],
      events: [reviewed(1), reviewed(8)],
    }),
  });
});

test('an event whose mock has a damaged record is left out and counted, so that the file can be read', async () => {
  const db = await filled();
  const mock = { ...mockRecord(), startedAtMs: 'soon' };
  await db.events.put({ ...eventBase(9, 'mock:1'), type: 'mockFinished', mock } as never);
  const { blob, events, unreadable } = await writeBackupFile(db, deviceId(1), NOW_MS);
  expect({ events, unreadable }).toEqual({ events: 2, unreadable: 1 });
  expect(await readBackupFile(blob)).toMatchObject({ ok: true });
});

/** Raw halves of signs, which are written as escapes of six afterwards: nothing grows more on its way through. */
const LONGEST = JSON.stringify('\ud83d').slice(1, -1);

test.each([
  ['plain', 'x'],
  ['made of what grows when it is written', LONGEST],
])('the longest result of a mock that can be taken in can be written and read again: %s', async (_, sign) => {
  const answer = mockAnswer({ outcome: 'unscored', notes: 'NOTES', next: 'NOTES' });
  const record = mockRecord({ by: 'partner', answers: Array.from({ length: 60 }, () => answer) });
  const id = '00000009-0000-7000-8000-000000000009';
  const empty = mockFileText({ id, mock: record });
  const length = Math.floor((MOCK_FILE_BYTES - empty.length) / 120) + 'NOTES'.length;
  expect(length).toBeGreaterThan(3000);
  const raw = JSON.parse(`"${sign}"`) as string;
  const text = empty.replaceAll('NOTES', raw.repeat(Math.min(length, MOCK_LIMITS.text)));
  const read = readMockFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));

  const { db } = await openTestDb();
  const context = replayContext();
  const mock = { device: deviceId(1), settings: DEFAULT_SETTINGS, context, policy: schedulePolicy() };
  expect(await takeInMock(db, id, read.file.mock, mock, NOW_MS)).not.toBeNull();
  const { blob, events, unreadable } = await writeBackupFile(db, deviceId(1), NOW_MS);
  expect({ events, unreadable }).toEqual({ events: 1, unreadable: 0 });
  expect(await readBackupFile(blob)).toMatchObject({ ok: true, backup: { events: [{ type: 'mockFinished' }] } });
});

test('what a file would bring is told in numbers', async () => {
  const db = await filled();
  await db.settings.put(setting('newPerDay', 8, 1));
  const before = await dump(db);
  const cards = backup.cards.map((card) => ({ ...card, reps: 9 }));
  expect(await inspectBackup(db, { ...backup, cards })).toEqual({
    exportedAtMs: NOW_MS,
    device: deviceId(2),
    events: 3,
    reviews: 2,
    newEvents: 2,
    newReviews: 1,
    conflicting: 0,
    onlyHere: 1,
    settings: ['newPerDay'],
    campaigns: 0,
    stories: 0,
    paths: 0,
    own: 0,
    weights: 0,
    cards: 1,
    differing: 1,
  });
  expect(await dump(db)).toEqual(before);
});

test('a mock whose record is damaged here is not called another one', async () => {
  const db = await filled();
  const sound = { ...eventBase(9, 'mock:1'), type: 'mockFinished' as const, mock: mockRecord() };
  await db.events.put({ ...sound, mock: { ...sound.mock, answers: 'none' } } as never);
  const inspection = await inspectBackup(db, { ...backup, events: [sound], settings: [] });
  expect(inspection).toMatchObject({ conflicting: 0, newEvents: 0 });
});

test('an event that this device holds with other content is counted, and so is a damaged one as known', async () => {
  const db = await filled();
  await db.events.put({ ...reviewed(2), grade: 7 } as never);
  const events = [reviewed(1, { grade: 1 }), reviewed(2)];
  const inspection = await inspectBackup(db, { ...backup, events, settings: [] });
  expect(inspection).toMatchObject({ conflicting: 1, newEvents: 0, onlyHere: 1, settings: [] });
});
