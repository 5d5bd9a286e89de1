/** Numbers about a voice: from signals whose truth is known, and against a slow second way to the same numbers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decibelsOf, FRAME_MS, LevelLog, LevelMeter } from '#mock/voice-level.ts';
import { measureVoice, voiceNumbers } from '#mock/voice-numbers.ts';
import { countSyllables, speechThreshold } from '#mock/voice-speech.ts';

const RATE = 16_000;

/** A voice: a tone of 150 Hz whose loudness swells once a syllable; between the stretches only the room's noise. */
function voice(parts: readonly { ms: number; syllables: number }[], room = 0.0005): Float32Array {
  let noise = 1;
  const samples: number[] = [];
  for (const { ms, syllables } of parts) {
    const length = Math.round((ms / 1000) * RATE);
    for (let index = 0; index < length; index += 1) {
      noise = (noise * 16_807) % 2_147_483_647;
      const swell = syllables === 0 ? 0 : 0.02 + 0.98 * Math.sin((Math.PI * syllables * index) / length) ** 2;
      const tone = Math.sin((2 * Math.PI * 150 * samples.length) / RATE);
      samples.push(0.3 * swell * tone + room * (noise / 1_073_741_824 - 1));
    }
  }
  return Float32Array.from(samples);
}

function levelsOf(samples: Float32Array, rate = RATE): Uint8Array {
  return Uint8Array.from(new LevelMeter(rate).push(samples));
}

describe('levels', () => {
  test('a full-scale tone is 3 dB below full scale, silence is −100, and half as loud is 6 dB less', () => {
    const tone = (amplitude: number): Float32Array =>
      Float32Array.from({ length: RATE }, (_, index) => amplitude * Math.sin((2 * Math.PI * 100 * index) / RATE));
    expect(decibelsOf(levelsOf(tone(1))[10] ?? 0)).toBe(-3);
    expect(decibelsOf(levelsOf(tone(0.5))[10] ?? 0)).toBe(-9);
    expect(decibelsOf(levelsOf(new Float32Array(RATE))[10] ?? 0)).toBe(-100);
  });

  test('samples beyond full scale, and samples that are no numbers, still give levels of a byte', () => {
    const levels = new LevelMeter(RATE).push([...Array.from({ length: 320 }, () => 9), ...Array(320).fill(Number.NaN)]);
    expect(levels).toEqual([200, 0]);
  });

  test('however the samples are cut into blocks, the levels are the same, and a second has fifty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 11_025, 16_000, 22_050, 44_100, 48_000),
        fc.array(fc.integer({ min: 1, max: 997 }), { minLength: 1, maxLength: 20 }),
        (rate, cuts) => {
          const samples = Float32Array.from({ length: rate }, (_, index) => Math.sin(index * index));
          const meter = new LevelMeter(rate);
          const pieces: number[] = [];
          for (let at = 0, cut = 0; at < samples.length; cut += 1) {
            const size = cuts[cut % cuts.length] ?? 1;
            pieces.push(...meter.push(samples.subarray(at, at + size)));
            at += size;
          }
          expect(pieces).toEqual([...levelsOf(samples, rate)]);
          expect(pieces).toHaveLength(50);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('numbers of an answer', () => {
  const spoken = levelsOf(
    voice([
      { ms: 1200, syllables: 0 },
      { ms: 4000, syllables: 16 },
      { ms: 900, syllables: 0 },
      { ms: 3000, syllables: 15 },
      { ms: 2500, syllables: 0 },
      { ms: 2000, syllables: 6 },
      { ms: 1400, syllables: 0 },
    ]),
  );
  const numbers = measureVoice(spoken);

  test('the first word, the pauses between words and the longest of them are where they were put', () => {
    expect(numbers.lengthMs).toBe(15_000);
    expect(Math.abs((numbers.firstWordMs ?? 0) - 1200)).toBeLessThanOrEqual(80);
    expect(numbers.pauses).toBe(1);
    expect(Math.abs(numbers.longestPauseMs - 2500)).toBeLessThanOrEqual(160);
  });

  test('the time of speaking and its share leave out what lies before, between and after', () => {
    expect(Math.abs(numbers.speakingMs - 9000)).toBeLessThanOrEqual(400);
    expect(voiceNumbers(numbers).speakingShare).toBeCloseTo(0.6, 1);
  });

  test('every swell of the voice counts as one syllable, and the pace follows', () => {
    expect(numbers.syllables).toBe(37);
    const pace = voiceNumbers(numbers).peaksPerMinute ?? 0;
    expect(Math.abs(pace - 37 / 0.15)).toBeLessThan(12);
  });

  test('a louder room, as long as the voice stands out of it, changes no count', () => {
    const noisy = measureVoice(
      levelsOf(
        voice(
          [
            { ms: 1000, syllables: 0 },
            { ms: 4000, syllables: 16 },
            { ms: 1500, syllables: 0 },
            { ms: 4000, syllables: 16 },
          ],
          0.01,
        ),
      ),
    );
    expect(noisy).toMatchObject({ pauses: 1, syllables: 32 });
  });

  test('an even noise, silence and nothing at all hold no word', () => {
    for (const levels of [
      levelsOf(voice([{ ms: 5000, syllables: 0 }], 0.01)),
      new Uint8Array(250),
      new Uint8Array(0),
    ]) {
      const none = measureVoice(levels);
      expect(none).toMatchObject({ firstWordMs: null, speakingMs: 0, pauses: 0, longestPauseMs: 0, syllables: 0 });
      expect(voiceNumbers(none)).toMatchObject({ peaksPerMinute: null, speakingShare: 0 });
    }
  });

  test('a click of the keyboard is no word, and two seconds of talk are no pace', () => {
    const click = new Uint8Array(500).fill(40);
    click.fill(160, 100, 103);
    expect(measureVoice(click).firstWordMs).toBeNull();
    click.fill(160, 300, 400);
    expect(measureVoice(click).firstWordMs).toBe(300 * FRAME_MS);
    expect(voiceNumbers(measureVoice(click)).peaksPerMinute).toBeNull();
  });
});

/** The same definitions, word for word, with no thought of speed: each frame is asked for itself what it belongs to. */
function slowNumbers(levels: readonly number[]) {
  const sorted = levels.toSorted((a, b) => a - b);
  const at = (share: number): number => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 2 - 100;
  const threshold = levels.length === 0 ? 0 : Math.max(at(0.1) + 6, at(0.99) - 25, -60);
  const db = levels.map((level) => level / 2 - 100);
  const loud = db.map((value) => value >= threshold);
  // A quiet frame is bridged when fewer than 15 quiet frames lie between the loud ones around it.
  const bridged = loud.map((is, frame) => {
    if (is) return true;
    const before = loud.lastIndexOf(true, frame);
    const after = loud.indexOf(true, frame);
    return frame > 0 && before >= 0 && after >= 0 && after - before - 1 < 15;
  });
  const stretches: number[][] = [];
  bridged.forEach((is, frame) => {
    if (!is) return;
    if (frame > 0 && bridged[frame - 1]) stretches.at(-1)?.push(frame);
    else stretches.push([frame]);
  });
  const spoken = stretches.filter(({ length }) => length >= 5);
  const gaps = spoken.slice(1).map((frames, index) => (frames[0] ?? 0) - (spoken[index]?.at(-1) ?? 0) - 1);
  return {
    lengthMs: levels.length * 20,
    speakingMs: spoken.flat().length * 20,
    firstWordMs: spoken[0] ? (spoken[0][0] ?? 0) * 20 : null,
    pauses: gaps.filter((frames) => frames >= 50).length,
    longestPauseMs: Math.max(0, ...gaps) * 20,
  };
}

test('for any row of levels the numbers are those of the slow way', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.nat(12));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), (parts) => {
      const levels = parts.flatMap(([level, frames, wobble]) =>
        Array.from({ length: frames }, (_, index) => Math.min(200, level + ((index * 7) % (wobble + 1)))),
      );
      const { syllables, ...fast } = measureVoice(Uint8Array.from(levels));
      expect(fast).toEqual(slowNumbers(levels));
      expect(syllables).toBeGreaterThanOrEqual(fast.pauses + (fast.firstWordMs === null ? 0 : 1));
    }),
  );
});

test('the threshold stands between the room and the voice', () => {
  const levels = Uint8Array.from([...Array<number>(50).fill(60), ...Array<number>(50).fill(150)]);
  expect(speechThreshold(levels)).toBeGreaterThan(decibelsOf(60));
  expect(speechThreshold(levels)).toBeLessThan(decibelsOf(150));
});

/** Peaks of the smoothed loudness that stand 2 dB or more above the higher of the two valleys that part them from higher ground. */
function peaksByProminence(levels: readonly number[]): number {
  const db = levels.map((level, frame) => {
    const around = [levels[frame - 1] ?? level, level, levels[frame + 1] ?? level];
    return around.reduce((sum, each) => sum + each / 2 - 100, 0) / 3;
  });
  const valley = (values: readonly number[], isHigher: (value: number) => boolean): number => {
    const end = values.findIndex(isHigher);
    return end < 0 ? Number.NEGATIVE_INFINITY : Math.min(Number.POSITIVE_INFINITY, ...values.slice(0, end));
  };
  return db.filter((peak, frame) => {
    const left = valley(db.slice(0, frame).toReversed(), (value) => value > peak);
    const right = valley(db.slice(frame + 1), (value) => value >= peak);
    return peak - Math.max(left, right) >= 2;
  }).length;
}

test('syllables are the peaks that stand out on both sides, whatever the row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }), (steps) => {
      const levels = steps.map((step) => 130 + step);
      expect(countSyllables(Uint8Array.from(levels), { from: 0, to: levels.length })).toBe(peaksByProminence(levels));
    }),
    { numRuns: 500 },
  );
});

test('a log of levels has all of them in their order, however long it grows', () => {
  const log = new LevelLog();
  expect(log.all).toHaveLength(0);
  for (let at = 0; at < 5000; at += 1) log.push(Uint8Array.of(at % 201, 7));
  log.push(new Uint8Array(30_000).fill(9));
  expect(log.all).toHaveLength(40_000);
  expect(log.all.subarray(0, 10_000).findIndex((level, at) => level !== (at % 2 === 0 ? (at / 2) % 201 : 7))).toBe(-1);
  expect(log.all.subarray(10_000).every((level) => level === 9)).toBe(true);
});
