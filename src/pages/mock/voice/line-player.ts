/** Plays several stretches of sound as one, through a single audio element. */
import { lineLength, momentOnLine, placeOnLine, type LinePlace } from '#mock/voice-line.ts';
import type { Stretch } from '#storage/recordings.ts';

/** So near the end there is nothing left to hear: play begins anew. */
const END_MS = 50;

export class LinePlayer {
  readonly #audio = new Audio();
  readonly #stretches: readonly Stretch[];
  readonly #lengths: readonly number[];
  /** Of the stretch that is loaded. */
  #address: string | null = null;
  readonly #changed: () => void;
  #stretch = -1;
  #positionMs = 0;
  #playing = false;

  /** `changed` is called whenever the position moved or playing began or ended. */
  constructor(stretches: readonly Stretch[], changed: () => void) {
    this.#stretches = stretches;
    this.#lengths = stretches.map(({ recording }) => recording.ms);
    this.#changed = changed;
    this.#audio.addEventListener('ended', () => this.#next());
    this.#audio.addEventListener('timeupdate', () => this.#moved(this.now()));
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** In ms from the start of the answer, as it was last told of. */
  get positionMs(): number {
    return this.#positionMs;
  }

  get lengthMs(): number {
    return lineLength(this.#lengths);
  }

  /** Where it is at this very moment, for a stamp. */
  now(): number {
    if (this.#stretch < 0) return this.#positionMs;
    return Math.round(momentOnLine(this.#lengths, { stretch: this.#stretch, ms: this.#audio.currentTime * 1000 }));
  }

  play(): void {
    const done = this.#positionMs >= this.lengthMs - END_MS;
    if (done || this.#stretch < 0) this.#goTo(placeOnLine(this.#lengths, done ? 0 : this.#positionMs));
    this.#playing = true;
    this.#changed();
    this.#start();
  }

  pause(): void {
    this.#audio.pause();
    this.#playing = false;
    this.#changed();
  }

  /** Goes to a moment, and plays on if it played. */
  seek(atMs: number): void {
    this.#goTo(placeOnLine(this.#lengths, atMs));
    this.#moved(atMs);
    if (this.#playing) this.#start();
  }

  setRate(rate: number): void {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  /** Stops, and gives the sounds' memory back. */
  close(): void {
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    if (this.#address !== null) URL.revokeObjectURL(this.#address);
    this.#address = null;
    this.#stretch = -1;
  }

  #start(): void {
    this.#audio.play().catch(() => {
      // Another seek came first, or the sound is damaged; in both cases nothing is heard.
      if (this.#audio.error) this.pause();
    });
  }

  #goTo({ stretch, ms }: LinePlace): void {
    if (stretch !== this.#stretch) this.#load(stretch);
    this.#audio.currentTime = ms / 1000;
  }

  #load(stretch: number): void {
    const sound = this.#stretches[stretch]?.sound ?? new Blob();
    if (this.#address !== null) URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(sound);
    this.#stretch = stretch;
    this.#audio.src = this.#address;
  }

  #next(): void {
    if (this.#stretch + 1 < this.#lengths.length) {
      this.#goTo({ stretch: this.#stretch + 1, ms: 0 });
      this.#start();
      return;
    }
    this.#playing = false;
    this.#moved(this.lengthMs);
  }

  #moved(atMs: number): void {
    this.#positionMs = Math.max(0, Math.min(atMs, this.lengthMs));
    this.#changed();
  }
}
