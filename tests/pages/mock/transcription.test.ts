// @vitest-environment jsdom
/** Words are written down on the device or not at all. */
import { afterEach, expect, test, vi } from 'vitest';
import { transcribe, understandsHere } from '#pages/mock/voice/transcription.ts';

interface Heard {
  readonly isFinal: boolean;
  readonly text: string;
}

class FakeRecognition extends EventTarget {
  static made: FakeRecognition[] = [];
  static readonly asked: unknown[] = [];
  static answer = 'available';
  static available(options: unknown): Promise<string> {
    FakeRecognition.asked.push(options);
    return Promise.resolve(FakeRecognition.answer);
  }

  lang = '';
  continuous = false;
  onresult: ((event: unknown) => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { readonly error: string }) => void) | null = null;
  started: { track: unknown; local: boolean }[] = [];
  stopped = 0;
  #local = false;

  constructor() {
    super();
    FakeRecognition.made.push(this);
  }

  get processLocally(): boolean {
    return this.#local;
  }

  set processLocally(local: boolean) {
    this.#local = local;
  }

  start(track: unknown): void {
    this.started.push({ track, local: this.#local });
  }

  stop(): void {
    this.stopped += 1;
    this.onend?.();
  }

  endFor(error: string): void {
    this.onerror?.({ error });
    this.onend?.();
  }

  say(resultIndex: number, heard: readonly Heard[]): void {
    const results = heard.map(({ isFinal, text }) => ({ isFinal, 0: { transcript: text } }));
    this.onresult?.({ resultIndex, results });
  }
}

const track = {};
const stream = { getAudioTracks: () => [track] } as unknown as MediaStream;

afterEach(() => {
  vi.unstubAllGlobals();
  FakeRecognition.made = [];
  FakeRecognition.answer = 'available';
});

test('a browser that does not know recognition on the device is never asked to recognise', async () => {
  class Remote {
    static available = vi.fn(() => Promise.resolve('available'));
    start = vi.fn();
  }
  for (const known of [undefined, Remote]) {
    vi.stubGlobal('SpeechRecognition', known);
    expect(await understandsHere()).toBe(false);
    expect(transcribe(stream, () => undefined)).toBeNull();
  }
  expect(Remote.available).not.toHaveBeenCalled();
});

test.each(['downloadable', 'downloading', 'unavailable'])('a language that is %s is not offered', async (answer) => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  FakeRecognition.answer = answer;
  expect(await understandsHere()).toBe(false);
});

test('it is asked for the device alone, listens to the recorder’s own track, and tells the whole text', async () => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  expect(await understandsHere()).toBe(true);
  expect(FakeRecognition.asked.at(-1)).toMatchObject({ processLocally: true });
  const told: string[] = [];
  const transcription = transcribe(stream, (text) => told.push(text));
  const [recognition] = FakeRecognition.made;
  expect(recognition?.started).toEqual([{ track, local: true }]);
  recognition?.say(0, [
    { isFinal: true, text: 'A webhook' },
    { isFinal: false, text: 'is' },
  ]);
  recognition?.say(1, [
    { isFinal: true, text: 'A webhook' },
    { isFinal: true, text: 'is a call back.' },
  ]);
  expect(told).toEqual(['A webhook', 'A webhook is a call back.']);
  transcription?.stop();
});

test('it listens on after a silence, and no more once it was stopped', () => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  const transcription = transcribe(stream, () => undefined);
  const [recognition] = FakeRecognition.made;
  recognition?.onend?.();
  expect(recognition?.started).toHaveLength(2);
  transcription?.stop();
  expect(recognition?.stopped).toBe(1);
  expect(recognition?.started).toHaveLength(2);
});

test('it does not begin again and again where the browser will not listen, and does after a silence', () => {
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  transcribe(stream, () => undefined);
  const [recognition] = FakeRecognition.made;
  recognition?.endFor('no-speech');
  expect(recognition?.started).toHaveLength(2);
  recognition?.endFor('language-not-supported');
  expect(recognition?.started).toHaveLength(2);
});
