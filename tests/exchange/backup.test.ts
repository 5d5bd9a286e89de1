import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupText } from '#exchange/backup.ts';
import { readBackup } from '#exchange/backup-reader.ts';
import { differingCards } from '#exchange/derived-cards.ts';
import { compareEvents, type LogEvent } from '#review/event.ts';
import { hostileLog } from '../support/arbitrary-logs.ts';
import { arbitrarySettings, setting } from '../support/arbitrary-settings.ts';
import { backupOf } from '../support/backup.ts';
import { cardId, eventBase, pointId, reviewed } from '../support/builders.ts';

test('what is written is read back equal, whatever was done and however the clocks were set', () => {
  fc.assert(
    fc.property(hostileLog, arbitrarySettings, (events, settings) => {
      const backup = backupOf({ events, settings });
      expect(readBackup([...backupText(backup)].join(''))).toEqual({ ok: true, backup, differing: [] });
    }),
  );
});

test('the text says what JSON.stringify would say', () => {
  const backup = backupOf({ events: [reviewed(1), reviewed(2)], settings: [setting('newPerDay', 5)] });
  expect(JSON.parse([...backupText(backup)].join(''))).toEqual(backup);
});

test('an empty history makes a sound file too', () => {
  const backup = backupOf({});
  expect(backup.cards).toEqual([]);
  expect(readBackup([...backupText(backup)].join(''))).toMatchObject({ ok: true, differing: [] });
});

test('a long history comes in many parts of moderate length', () => {
  const parts = [...backupText(backupOf({ events: Array.from({ length: 3000 }, (_, n) => reviewed(n)) }))];
  expect(parts.length).toBeGreaterThan(3);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(300_000);
});

test('events stand in log order, whatever order they came in', () => {
  const events = [reviewed(3), reviewed(1), reviewed(2)];
  expect(backupOf({ events }).events).toEqual(events.toSorted(compareEvents));
});

test('beside the events stands what they give for each card that was reviewed', () => {
  const points = [
    { id: pointId('c1'), hit: false, due: { kind: 'days', days: 1 } },
    { id: pointId('d1'), hit: true, due: null },
  ] as const;
  const events: LogEvent[] = [reviewed(1, { points }), { ...eventBase(2, 'q-two'), type: 'flagged', on: true }];
  const day = 20_779;
  expect(backupOf({ events }).cards).toEqual([
    expect.objectContaining({ id: cardId('q-one'), lastDay: day, dueDay: day + 3, reps: 1, lapses: 0 }),
    expect.objectContaining({ id: cardId('q-one', 'c1'), lastDay: day, dueDay: day + 1, reps: 1, lapses: 0 }),
    expect.objectContaining({ id: cardId('q-one', 'd1'), lastDay: day, dueDay: null, reps: 1, lapses: 0 }),
  ]);
});

test('the derived days follow the hour at which the person’s day begins', () => {
  const night = reviewed(1, { atMs: Date.UTC(2026, 10, 22, 2, 30), offsetMinutes: 0 });
  const day = Date.UTC(2026, 10, 22) / 86_400_000;
  expect(backupOf({ events: [night] }).cards[0]?.lastDay).toBe(day - 1);
  expect(backupOf({ events: [night], settings: [setting('rolloverHour', 2)] }).cards[0]?.lastDay).toBe(day);
});

test.each([
  ['stability', 99],
  ['difficulty', 9.5],
  ['lastDay', 1],
  ['dueDay', null],
  ['reps', 7],
  ['lapses', 3],
] as const)('a card whose %s is not what the events give is named', (name, value) => {
  const backup = backupOf({
    events: [reviewed(1), reviewed(2, { item: cardId('q-two') as never, card: cardId('q-two') })],
  });
  const cards = backup.cards.map((card, index) => (index === 1 ? { ...card, [name]: value } : card));
  expect(differingCards({ ...backup, cards })).toEqual(['q-two']);
});

test('a card that only the file or only the events know is named', () => {
  const backup = backupOf({ events: [reviewed(1)] });
  const [card] = backup.cards;
  expect(differingCards({ ...backup, cards: [] })).toEqual(['q-one']);
  expect(differingCards({ ...backup, cards: card ? [card, { ...card, id: 'q-ghost' }] : [] })).toEqual(['q-ghost']);
});

test('the last digits of another machine’s floating point are no difference', () => {
  const backup = backupOf({ events: [reviewed(1)] });
  const cards = backup.cards.map((card) => ({ ...card, stability: card.stability * (1 + 1e-9) }));
  expect(differingCards({ ...backup, cards })).toEqual([]);
});
