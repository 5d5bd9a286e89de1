/**
 * Words out of speech, only where the browser understands speech on the device itself: `processLocally` is demanded, and a
 * browser that does not know it is not asked. Nothing that was said leaves the device.
 */

interface Result {
  readonly isFinal: boolean;
  readonly [index: number]: { readonly transcript: string };
}

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  onresult: ((event: { readonly resultIndex: number; readonly results: ArrayLike<Result> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(track?: MediaStreamTrack): void;
  stop(): void;
}

interface RecognitionClass {
  new (): Recognition;
  readonly prototype: Recognition;
  available?(asked: { langs: readonly string[]; processLocally: true }): Promise<string>;
}

export interface Transcription {
  readonly stop: () => void;
}

/** The bank is in English, so are its answers; which English, the system knows. */
function language(): string {
  return navigator.language.startsWith('en-') ? navigator.language : 'en-US';
}

function recognitionClass(): RecognitionClass | null {
  const known = (globalThis as { SpeechRecognition?: RecognitionClass }).SpeechRecognition;
  return known?.available && 'processLocally' in known.prototype ? known : null;
}

/** Whether this device understands speech by itself, with nothing to fetch first. Never rejects. */
export async function understandsHere(): Promise<boolean> {
  try {
    const found = await recognitionClass()?.available?.({ langs: [language()], processLocally: true });
    return found === 'available';
  } catch {
    return false;
  }
}

/** Listens to a stream until stopped, and tells of the whole text whenever there is more of it. */
export function transcribe(stream: MediaStream, tell: (text: string) => void): Transcription | null {
  const Class = recognitionClass();
  const [track] = stream.getAudioTracks();
  if (!Class || !track) return null;
  const recognition = new Class();
  let said = '';
  let over = false;
  recognition.lang = language();
  recognition.continuous = true;
  recognition.processLocally = true;
  recognition.onresult = ({ resultIndex, results }) => {
    for (const result of Array.from(results).slice(resultIndex)) {
      if (result.isFinal) said = `${said} ${result[0]?.transcript ?? ''}`.trim();
    }
    tell(said);
  };
  const listen = (): void => {
    try {
      recognition.start(track);
    } catch {
      over = true;
    }
  };
  recognition.onerror = ({ error }) => {
    over ||= error !== 'no-speech' && error !== 'aborted';
  };
  // It ends by itself after a silence.
  recognition.onend = () => {
    if (!over) listen();
  };
  listen();
  return {
    stop: () => {
      over = true;
      recognition.stop();
    },
  };
}
