/** Records of mock interviews: small, sound examples, and everything that one may hold. */
import * as fc from 'fast-check';
import { TIERS } from '#bank/tier.ts';
import type { MockAnswer, MockPoint, MockRecord } from '#review/mock-record.ts';
import { eventId, itemId, pointId } from './builders.ts';

const NO_AXES = { structure: null, correctness: null, depth: null, communication: null };

export function mockPoint(id: string, over: Partial<MockPoint> = {}): MockPoint {
  return { id: pointId(id), weight: 'core', heard: 'said', atMs: null, concept: null, ...over };
}

/** An answer to `q-one`: both core points said, one detail missed. */
export function mockAnswer(over: Partial<MockAnswer> = {}): MockAnswer {
  return {
    item: itemId('q-one'),
    ask: 'question',
    title: 'What is q-one?',
    topic: 'web/http',
    tier: 'mid',
    kind: 'concept',
    outcome: 'graded',
    points: [mockPoint('c1'), mockPoint('c2'), mockPoint('d1', { weight: 'detail', heard: 'missed' })],
    followUps: [],
    choice: null,
    axes: NO_AXES,
    guess: null,
    thinkMs: 10_000,
    speakMs: 60_000,
    voice: null,
    notes: '',
    next: '',
    event: null,
    ...over,
  };
}

export function mockRecord(over: Partial<MockRecord> = {}): MockRecord {
  const startedAtMs = Date.UTC(2026, 10, 22, 9);
  return {
    setup: 'format=panel&minutes=15&seed=1',
    by: 'self',
    startedAtMs,
    finishedAtMs: startedAtMs + 15 * 60_000,
    ended: 'complete',
    pauses: [],
    answers: [mockAnswer()],
    ...over,
  };
}

/** Every field of a record filled with something. */
export const FULL_RECORD = mockRecord({
  pauses: [{ atMs: 60_000, tookMs: 5000, kind: 'away' }],
  answers: [
    mockAnswer({
      points: [mockPoint('c1', { atMs: 1200, concept: 'raw-bytes' }), mockPoint('c2', { heard: 'prompted' })],
      followUps: [{ ask: 'And if it is retried?', held: null, tookMs: 9000 }],
      axes: { structure: 3, correctness: 2, depth: null, communication: 0 },
      guess: 50,
      voice: { lengthMs: 60_000, firstWordMs: 900, speakingShare: 0.5, pauses: 2, peaksPerMinute: 210.5 },
      notes: 'Two receivers.',
      next: 'Name the raw bytes first.',
      event: eventId(3),
    }),
    mockAnswer({ ask: 'cause', points: [], choice: { picked: 'A lock', right: false }, kind: 'debug' }),
  ],
});

const count = fc.nat(100_000_000);
const point: fc.Arbitrary<MockPoint> = fc.record({
  id: fc.constantFrom('c1', 'c2', 'd1', 'gone').map(pointId),
  weight: fc.constantFrom('core', 'detail', 'bonus'),
  heard: fc.constantFrom('said', 'prompted', 'missed'),
  atMs: fc.option(count),
  concept: fc.option(fc.constantFrom('raw-bytes', 'retry')),
});
const step = fc.constantFrom(null, 0, 1, 2, 3);
const answer: fc.Arbitrary<MockAnswer> = fc.record({
  item: fc.constantFrom('q-one', 'q-two', 'q-gone').map(itemId),
  ask: fc.constantFrom('question', 'cause'),
  title: fc.string({ unit: 'grapheme' }),
  topic: fc.constantFrom('web/http', 'web/tls'),
  tier: fc.constantFrom(...TIERS),
  kind: fc.constantFrom('concept', 'design', 'debug', 'code', 'behavioural'),
  outcome: fc.constantFrom('graded', 'skipped', 'unscored'),
  points: fc.array(point, { maxLength: 6 }),
  followUps: fc.array(fc.record({ ask: fc.string(), held: fc.option(fc.boolean()), tookMs: count }), { maxLength: 3 }),
  choice: fc.option(fc.record({ picked: fc.string(), right: fc.boolean() })),
  axes: fc.record({ structure: step, correctness: step, depth: step, communication: step }),
  guess: fc.option(fc.nat(100)),
  thinkMs: count,
  speakMs: count,
  voice: fc.option(
    fc.record({
      lengthMs: count,
      firstWordMs: fc.option(count),
      speakingShare: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
      pauses: fc.nat(50),
      peaksPerMinute: fc.option(fc.integer({ min: 0, max: 600 })),
    }),
  ),
  notes: fc.string({ unit: 'grapheme' }),
  next: fc.string({ unit: 'grapheme' }),
  event: fc.option(fc.nat(1000).map(eventId)),
});

/** Any record that `parseMockRecord` accepts. */
export const arbitraryMockRecord: fc.Arbitrary<MockRecord> = fc.record({
  setup: fc.string(),
  by: fc.constantFrom('self', 'partner'),
  startedAtMs: count,
  finishedAtMs: count,
  ended: fc.constantFrom('complete', 'early'),
  pauses: fc.array(fc.record({ atMs: count, tookMs: count, kind: fc.constantFrom('pause', 'away') }), { maxLength: 2 }),
  answers: fc.array(answer, { maxLength: 3 }),
});
