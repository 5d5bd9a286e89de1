/** Runs on the browser's sound thread: makes levels of the samples there, so that the page only hears ten times a second. */
import { LevelMeter } from '#mock/voice-level.ts';

/** What the scope of a worklet has and the DOM's types do not know. */
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

/** A tenth of a second. */
const TOGETHER = 5;

class LevelProcessor extends AudioWorkletProcessor {
  readonly #meter = new LevelMeter(sampleRate);
  #levels: number[] = [];

  /** Called by the browser with 128 samples of each channel; the first is enough. */
  process([input]: readonly (readonly Float32Array[])[]): boolean {
    this.#levels.push(...this.#meter.push(input?.[0] ?? new Float32Array(128)));
    if (this.#levels.length >= TOGETHER) {
      this.port.postMessage(Uint8Array.from(this.#levels), { transfer: [] });
      this.#levels = [];
    }
    return true;
  }
}

registerProcessor('levels', LevelProcessor);
