/** Records one stretch without a break, and stores it in parts as it comes. */
import type { RecordingPartRow, RecordingRow } from '#storage/recordings.ts';

/** How often a part is stored: what a crash can take at most. */
const PART_MS = 3000;
/** Enough for a voice with Opus: 11 MB an hour. */
const BITS_PER_SECOND = 24_000;

/** In the order of preference; Safari plays what it records as MP4 on all of its versions. */
function recordable(): string | undefined {
  const webm = ['audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus'];
  const types = 'GestureEvent' in globalThis ? ['audio/mp4', ...webm] : [...webm, 'audio/mp4'];
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}

export interface StretchPorts {
  /** Stores a part with how much there is now; rejects when it could not. */
  readonly store: (recording: RecordingRow, part: RecordingPartRow) => Promise<void>;
  /** Stores what was understood after the last part. */
  readonly storeWords: (id: string, text: string) => Promise<void>;
  /** The first part that could not be stored; the recording has stopped by itself. */
  readonly onRefused: (error: unknown) => void;
  /** The microphone went away in the middle, or the recorder gave up; all until then is stored. */
  readonly onLost: () => void;
}

type Piece = Readonly<{ data: Blob; levels: Uint8Array<ArrayBuffer>; ms: number }>;

/** One stretch while it is recorded. Parts that cannot be stored are held, so that they can be stored later. */
export class StretchRecorder {
  readonly #recorder: MediaRecorder;
  readonly #ports: StretchPorts;
  readonly #startedMs = performance.now();
  readonly #held: Piece[] = [];
  readonly #ended: Promise<void>;
  #row: RecordingRow;
  #levels: number[] = [];
  #next = 0;
  #work: Promise<void> = Promise.resolve();
  #refused = false;
  #stopping = false;

  constructor(stream: MediaStream, begin: (mime: string) => RecordingRow, ports: StretchPorts) {
    const mimeType = recordable();
    const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType !== undefined && { mimeType }) };
    this.#recorder = new MediaRecorder(stream, options);
    this.#ports = ports;
    this.#row = begin(mimeType ?? this.#recorder.mimeType);
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#take(data));
    this.#ended = new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => resolve());
    });
    // Of itself it stops when a coder fails, or when the track ends: some browsers tell of that before the track does.
    void this.#ended.then(() => this.#stopping || ports.onLost());
    const [track] = stream.getTracks();
    track?.addEventListener('ended', () => this.#recorder.state === 'recording' && ports.onLost());
    this.#recorder.start(PART_MS);
  }

  /** Time since the start, in ms. */
  get ms(): number {
    return Math.round(performance.now() - this.#startedMs);
  }

  /** How long the parts are that could not be stored, in ms. */
  get heldMs(): number {
    return this.#held.length === 0 ? 0 : (this.#held.at(-1)?.ms ?? 0) - this.#row.ms;
  }

  /** Takes levels that were measured meanwhile. */
  hear(levels: Uint8Array): void {
    this.#levels.push(...levels);
  }

  /** What was understood so far; stored with the next part, or by itself when there is none to come. */
  understood(text: string): void {
    this.#row = { ...this.#row, text };
    if (this.#recorder.state !== 'inactive') return;
    // Where the device is full the last words are lost, and the voice that said them is not.
    this.#work.then(() => this.#ports.storeWords(this.#row.id, text)).catch(() => undefined);
  }

  /** Stores what there is now without waiting for the next part: the page may be about to go. */
  flush(): void {
    if (this.#recorder.state === 'recording') this.#recorder.requestData();
  }

  /** Ends the stretch; resolves when all of it is stored or held. */
  async stop(): Promise<void> {
    this.#halt();
    await this.#ended;
    await this.#work;
  }

  #halt(): void {
    if (this.#recorder.state === 'inactive') return;
    this.#stopping = true;
    this.#recorder.stop();
  }

  /** Tries again to store what is held. Returns whether all of it is stored now. */
  async storeHeld(): Promise<boolean> {
    this.#refused = false;
    await this.#drain();
    return this.#held.length === 0;
  }

  #take(data: Blob): void {
    if (data.size === 0) return;
    this.#held.push({ data, levels: Uint8Array.from(this.#levels), ms: this.ms });
    this.#levels = [];
    this.#work = this.#work.then(() => this.#drain());
  }

  /** Stores held parts in their order, up to the first that is refused. */
  async #drain(): Promise<void> {
    while (!this.#refused) {
      const [piece] = this.#held;
      if (!piece) return;
      try {
        await this.#store(piece);
        this.#held.shift();
      } catch (error) {
        this.#refuse(error);
      }
    }
  }

  async #store({ data, levels, ms }: Piece): Promise<void> {
    const bytes = new Uint8Array(await data.arrayBuffer());
    const row: RecordingRow = { ...this.#row, ms, bytes: this.#row.bytes + bytes.length };
    await this.#ports.store(row, { recording: row.id, index: this.#next, data: bytes, levels });
    this.#row = { ...this.#row, ms: row.ms, bytes: row.bytes };
    this.#next += 1;
  }

  #refuse(error: unknown): void {
    this.#refused = true;
    this.#halt();
    this.#ports.onRefused(error);
  }
}
