import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupText, makeBackup } from '#exchange/backup.ts';
import { BackupReader, readBackup } from '#exchange/backup-reader.ts';
import { BACKUP_LIMITS, type BackupFault } from '#exchange/backup-schema.ts';
import { LAST_MOMENT_MS, STUDY_DAYS } from '#review/bounds.ts';
import { parseEvent } from '#review/event.ts';
import { setting } from '../support/arbitrary-settings.ts';
import { deviceId, eventBase, eventId, reviewed } from '../support/builders.ts';

const backup = makeBackup({
  nowMs: Date.UTC(2026, 10, 22, 9),
  device: deviceId(1),
  settings: [setting('newPerDay', 5), setting('theme', 'paper')],
  events: [reviewed(1), reviewed(2), { ...eventBase(3), type: 'noted', text: 'Bytes, not JSON.' }],
});

/** A file that says something else than the sound one. */
const fileWith = (over: object): string => JSON.stringify({ ...backup, ...over });
const eventsWith = (second: unknown): string => fileWith({ events: [backup.events[0], second] });
const faultOf = (text: string) => {
  const read = readBackup(text);
  return read.ok ? null : read.fault;
};

test('a sound file is read, with or without the mark that some editors put in front', () => {
  expect(readBackup(JSON.stringify(backup))).toEqual({ ok: true, backup, differing: [] });
  expect(readBackup(`\uFEFF${JSON.stringify(backup, null, 2)}\n`)).toEqual({ ok: true, backup, differing: [] });
});

test('the order of members means nothing', () => {
  const backwards = JSON.stringify(Object.fromEntries(Object.entries(backup).toReversed()));
  expect(readBackup(backwards)).toEqual({ ok: true, backup, differing: [] });
});

const REFUSED: readonly (readonly [text: string, fault: Partial<BackupFault>])[] = [
  ['', { kind: 'truncated' }],
  ['hello', { kind: 'notBackup' }],
  ['PK\u0003\u0004', { kind: 'notBackup' }],
  ['{hello: 1}', { kind: 'notJson', where: 'the beginning' }],
  ['[]', { kind: 'notBackup' }],
  ['{}', { kind: 'notBackup' }],
  ['{"name":"lamplight","version":"0.1.0"}', { kind: 'notBackup' }],
  ['{"type":"FeatureCollection","features":[[[[[[[[[[[1]]]]]]]]]]]}', { kind: 'notBackup' }],
  [`{"features":["${'x'.repeat(4_000_000)}`, { kind: 'notBackup' }],
  [fileWith({ format: 'anki' }), { kind: 'notBackup' }],
  [fileWith({ version: 2 }), { kind: 'newer', version: 2 }],
  [fileWith({ version: 2, events: [{ type: 'dreamt' }], moods: {} }), { kind: 'newer', version: 2 }],
  [fileWith({ version: 0 }), { kind: 'invalid', where: 'version' }],
  [fileWith({ version: '1' }), { kind: 'invalid', where: 'version' }],
  [fileWith({ exportedAtMs: -1 }), { kind: 'invalid', where: 'exportedAtMs' }],
  [fileWith({ exportedAtMs: 8.64e15 + 1 }), { kind: 'invalid', where: 'exportedAtMs' }],
  [fileWith({ device: 'my phone' }), { kind: 'invalid', where: 'device' }],
  [fileWith({ events: {} }), { kind: 'invalid', where: 'events' }],
  [fileWith({ cards: undefined }), { kind: 'invalid', where: 'cards', why: 'it is missing' }],
  [fileWith({ extra: 1 }), { kind: 'invalid', where: 'extra' }],
  [fileWith({ settings: [{ ...setting('newPerDay', 5), value: 501 }] }), { kind: 'invalid', where: 'settings[0]' }],
  [fileWith({ cards: [{ ...backup.cards[0], reps: '3' }] }), { kind: 'invalid', where: 'cards[0]' }],
  [eventsWith(null), { kind: 'invalid', where: 'events[1]' }],
  [eventsWith([]), { kind: 'invalid', where: 'events[1]' }],
  [eventsWith({ ...reviewed(2), grade: 5 }), { kind: 'invalid', where: 'events[1]' }],
  [eventsWith({ ...reviewed(2), card: 'q-two' }), { kind: 'invalid', where: 'events[1]' }],
  [eventsWith({ ...reviewed(2), atMs: 1e300 }), { kind: 'invalid', where: 'events[1]' }],
  [eventsWith({ ...reviewed(2), atMs: LAST_MOMENT_MS + 1 }), { kind: 'invalid', where: 'events[1]' }],
  [
    eventsWith({ ...eventBase(2), type: 'buried', card: 'q-one', untilDay: 1e12 }),
    { kind: 'invalid', where: 'events[1]' },
  ],
  [fileWith({ settings: [setting('newPerDay', 5, 2 ** 53 - 1)] }), { kind: 'invalid', where: 'settings[0]' }],
  [eventsWith({ ...reviewed(2), type: 'dreamt' }), { kind: 'invalid', where: 'events[1]' }],
  [JSON.stringify(backup).slice(0, -1), { kind: 'truncated' }],
  [`${JSON.stringify(backup)}{}`, { kind: 'notJson', where: 'the end' }],
];

test.each(REFUSED.map(([text, fault]) => [text.slice(0, 40), fault.kind, text, fault] as const))(
  'the text that begins with %j is refused as %s',
  (_, __, text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  },
);

test('a file that is of a newer version only in its last line is still called newer, not broken', () => {
  const { format, version: _, ...rest } = backup;
  const text = JSON.stringify({ ...rest, events: [{ type: 'dreamt' }], format, version: 3 });
  expect(faultOf(text)).toEqual({ kind: 'newer', version: 3 });
});

test('a fault that stands before the file says what it is, is told as what it is', () => {
  const { format, version, ...rest } = backup;
  const text = JSON.stringify({ ...rest, events: [reviewed(1), { type: 'dreamt' }], format, version });
  expect(faultOf(text)).toMatchObject({ kind: 'invalid', where: 'events[1]' });
});

test('names that every object inherits are unknown fields, and reach nothing', () => {
  const forged = (name: string): string =>
    eventsWith({ ...reviewed(2), forged: 1 }).replace('"forged":1', `"${name}":{"polluted":true}`);
  for (const name of ['__proto__', 'constructor', 'toString', '\\u005f_proto__']) {
    expect(faultOf(forged(name)), name).toMatchObject({ kind: 'invalid', where: 'events[1]' });
  }
  expect(faultOf(fileWith({}).replace('{', '{"__proto__":{"polluted":true},'))).toMatchObject({
    kind: 'invalid',
    where: '__proto__',
  });
  const deep = fileWith({ events: [reviewed(2)] }).replace('"kind":"days"', '"kind":"days","__proto__":{"days":9}');
  expect(faultOf(deep)).toMatchObject({ kind: 'invalid', where: 'events[0]' });
  expect('polluted' in {}).toBe(false);
});

test('a setting of the last moment of all is taken in so that it can be changed', () => {
  const read = readBackup(fileWith({ settings: [setting('newPerDay', 5, LAST_MOMENT_MS), setting('fuzz', true, 7)] }));
  expect(read).toMatchObject({
    ok: true,
    backup: { settings: [setting('newPerDay', 5, LAST_MOMENT_MS - 86_400_000), setting('fuzz', true, 7)] },
  });
});

test('halves of surrogate pairs come through unharmed', () => {
  const text = fileWith({ events: [{ ...eventBase(1), type: 'noted', text: 'x' }] }).replace('"x"', '"\\ud83d"');
  expect(readBackup(text)).toMatchObject({ ok: true, backup: { events: [{ text: '\ud83d' }] } });
});

test('one event twice counts once; two events of one id are refused', () => {
  const twice = fileWith({ events: [reviewed(1), reviewed(2), reviewed(1)] });
  expect(readBackup(twice)).toMatchObject({ ok: true, backup: { events: [reviewed(1), reviewed(2)] } });
  const forged = fileWith({ events: [reviewed(1), { ...reviewed(1), grade: 1 }] });
  expect(faultOf(forged)).toMatchObject({ kind: 'invalid', where: 'events[1]' });
  const settings = fileWith({ settings: [setting('newPerDay', 5), setting('newPerDay', 6)] });
  expect(faultOf(settings)).toMatchObject({ kind: 'invalid', where: 'settings[1]' });
});

test('a list or a field that is there twice is refused, since readers differ on which one counts', () => {
  expect(faultOf(fileWith({}).replace('{', '{"events":[],'))).toMatchObject({ kind: 'invalid', where: 'events' });
  expect(faultOf(fileWith({}).replace('{', '{"version":1,'))).toMatchObject({ kind: 'invalid', where: 'version' });
});

test('nesting of any depth and members of any length end the reading', () => {
  const bomb = '['.repeat(200_000);
  expect(faultOf(fileWith({}).replace('"events":[', `"events":[${bomb}`))).toMatchObject({ where: 'events[0]' });
  expect(faultOf(fileWith({}).replace('"device":', `"device":${bomb}`))).toMatchObject({ where: 'device' });
  const note = { ...eventBase(1), type: 'noted', text: 'x'.repeat(20_001) };
  expect(faultOf(fileWith({ events: [note] }))).toMatchObject({ kind: 'invalid', where: 'events[0]' });
});

test('the longest note with every sign escaped is read', () => {
  const escaped = '\\u0041'.repeat(20_000);
  const text = fileWith({ events: [{ ...eventBase(1), type: 'noted', text: 'LONG' }] }).replace('LONG', escaped);
  expect(readBackup(text)).toMatchObject({ ok: true, backup: { events: [{ text: 'A'.repeat(20_000) }] } });
});

test('more entries than a lifetime holds end the reading, even if they are all the same', () => {
  const reader = new BackupReader({ ...BACKUP_LIMITS, events: 3 });
  const text = fileWith({ events: [] }).replace(
    '"events":[',
    `"events":[${`${JSON.stringify(reviewed(1))},`.repeat(4)}`,
  );
  expect(reader.push(text)).toEqual({ kind: 'tooMany', list: 'events', limit: 3 });
});

test('a file that goes on beyond the limit is not read to its end, even if it says nothing', () => {
  const reader = new BackupReader({ ...BACKUP_LIMITS, bytes: 100 });
  expect(reader.push(' '.repeat(100))).toBeNull();
  expect(reader.push(' ')).toEqual({ kind: 'tooLarge', bytes: 101, limit: 100 });
});

test('times at both ends of the calendar are replayed without a throw', () => {
  const ends = [0, LAST_MOMENT_MS].flatMap((atMs, at) =>
    [-1080, 1080].map((offsetMinutes, of) => reviewed(10 + 2 * at + of, { atMs, offsetMinutes, tookMs: 2 ** 53 - 1 })),
  );
  const days = Object.values(STUDY_DAYS).map((untilDay, n) => ({
    ...eventBase(20 + n),
    type: 'buried' as const,
    card: reviewed(1).card,
    untilDay,
  }));
  const read = readBackup(fileWith({ events: [...ends, ...days], cards: [] }));
  expect(read).toMatchObject({ ok: true, differing: ['q-one'] });
});

test('no text makes it throw: sound files with any stretch replaced by anything', () => {
  const sound = [...backupText(backup)].join('');
  const piece = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('"', '\\', '}', ']', '-0', '1e999', '"__proto__":{},', `"${eventId(9)}"`, '\u0000', '\ud800'),
  );
  fc.assert(
    fc.property(fc.nat(sound.length), fc.nat(40), piece, (from, length, put) => {
      const text = sound.slice(0, from) + put + sound.slice(from + length);
      const read = readBackup(text);
      if (!read.ok) return;
      for (const event of read.backup.events) expect(parseEvent(event).ok).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
