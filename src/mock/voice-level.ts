/** Loudness as one byte a frame: what a recording keeps beside its sound, and what all numbers about a voice are made from. */

/** Length of a frame. Syllables come at 3 to 8 a second, so that each spans several frames. */
export const FRAME_MS = 20;
const FRAMES_PER_SECOND = 1000 / FRAME_MS;
/** The quietest level that a byte can say, in decibels below full scale. */
const QUIETEST_DB = -100;
const STEPS_PER_DB = 2;

/** The level of a mean square (0 silent, 1 full scale): half decibels above −100 dBFS, 0 to 200. */
function levelOfPower(meanSquare: number): number {
  if (!(meanSquare > 0)) return 0;
  const db = 10 * Math.log10(meanSquare);
  return Math.max(0, Math.round((Math.min(0, db) - QUIETEST_DB) * STEPS_PER_DB));
}

/** What a level stands for, in decibels below full scale: −100 (as good as silent) to 0. */
export function decibelsOf(level: number): number {
  return level / STEPS_PER_DB + QUIETEST_DB;
}

/** Makes levels of samples as they come, in blocks of any length; no sample is left out or counted twice. */
export class LevelMeter {
  readonly #rate: number;
  #frames = 0;
  #samples = 0;
  #inFrame = 0;
  #power = 0;

  /** @param rate samples a second, 3000 or more */
  constructor(rate: number) {
    this.#rate = rate;
  }

  /** Takes samples from −1 to 1 and returns the levels of the frames that they complete. */
  push(samples: ArrayLike<number>): number[] {
    const levels: number[] = [];
    for (let index = 0; index < samples.length; index += 1) {
      const sample = samples[index] ?? 0;
      this.#power += sample * sample;
      this.#samples += 1;
      this.#inFrame += 1;
      if (this.#samples >= this.#frameEnd()) levels.push(this.#close());
    }
    return levels;
  }

  /** Rates that frames do not divide: each frame ends at the nearest sample, so that no drift adds up. */
  #frameEnd(): number {
    return Math.round(((this.#frames + 1) * this.#rate) / FRAMES_PER_SECOND);
  }

  #close(): number {
    const level = levelOfPower(this.#power / this.#inFrame);
    this.#frames += 1;
    this.#inFrame = 0;
    this.#power = 0;
    return level;
  }
}

/** Levels of a recording as they come, a byte each: an hour is 180 kB. */
export class LevelLog {
  #bytes = new Uint8Array(4096);
  #length = 0;

  push(levels: Uint8Array): void {
    const length = this.#length + levels.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(levels, this.#length);
    this.#length = length;
  }

  /** All of them so far, as a view that the next ones may outdate. */
  get all(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
