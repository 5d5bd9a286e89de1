/** The microphone: asked for on a press only, with words for every way in which it can be refused. */
// oxlint-disable-next-line import/default -- its suffix makes Vite answer with the address of the script
import levelScript from './level.worklet.ts?worker&url';

export type Refusal = 'denied' | 'none' | 'busy' | 'unsupported';

export interface Microphone {
  readonly stream: MediaStream;
  /** Who is told of the levels, ten times a second; null: nobody. */
  listener: ((levels: Uint8Array) => void) | null;
  readonly close: () => void;
}

export type Opened =
  { readonly kind: 'open'; readonly microphone: Microphone } | { readonly kind: 'refused'; readonly why: Refusal };

const REFUSALS: Readonly<Record<string, Refusal>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** One voice near the device: one channel, and what the browser can do against the room. */
const VOICE: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** What to do about a refusal; each says that the interview goes on without. */
export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  denied:
    'The browser does not allow the microphone here. Allow it in the site settings beside the address, then try again. The interview goes on without a recording.',
  none: 'No microphone was found. Plug one in, then try again. The interview goes on without a recording.',
  busy: 'The microphone is in use by something else. Close that, then try again. The interview goes on without a recording.',
  unsupported: 'This browser cannot record sound. The interview goes on without a recording.',
};

/** Opens the microphone; the browser asks the person if it has to. Call it from a press. Never rejects. */
export async function openMicrophone(): Promise<Opened> {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return { kind: 'refused', why: 'unsupported' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: VOICE });
    return { kind: 'open', microphone: await listenTo(stream) };
  } catch (error) {
    const { name = '' } = error as { readonly name?: string };
    return { kind: 'refused', why: REFUSALS[name] ?? 'unsupported' };
  }
}

/** Browsers let nothing be measured on a page on which nothing was pressed yet, as after a reload: the first press wakes it. */
function wake(context: AudioContext, signal: AbortSignal): void {
  const resume = (): void => void context.resume();
  resume();
  for (const press of ['pointerdown', 'keydown']) document.addEventListener(press, resume, { signal });
}

/** Measures the levels of a stream; where that cannot be done, it is recorded all the same. */
async function listenTo(stream: MediaStream): Promise<Microphone> {
  const open = new AbortController();
  const microphone: Microphone & { context?: AudioContext } = {
    stream,
    listener: null,
    close: () => {
      open.abort();
      for (const track of stream.getTracks()) track.stop();
      void microphone.context?.close();
    },
  };
  try {
    const context = new AudioContext();
    microphone.context = context;
    await context.audioWorklet.addModule(levelScript);
    const levels = new AudioWorkletNode(context, 'levels', { numberOfOutputs: 0 });
    levels.port.onmessage = ({ data }: MessageEvent<Uint8Array>) => microphone.listener?.(data);
    context.createMediaStreamSource(stream).connect(levels);
    wake(context, open.signal);
  } catch {
    // No worklet: no meter and no numbers, but the voice is kept.
  }
  return microphone;
}
