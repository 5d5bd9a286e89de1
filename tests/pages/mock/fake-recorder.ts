/** A microphone and a MediaRecorder that do as they are told. */
import { vi } from 'vitest';

export class FakeTrack extends EventTarget {
  stop = vi.fn();
}

export class FakeRecorder extends EventTarget {
  static broken = false;
  static last: FakeRecorder | null = null;
  static isTypeSupported = (type: string): boolean => type === 'audio/webm';
  state = 'inactive';
  mimeType = 'audio/webm';

  constructor() {
    super();
    if (FakeRecorder.broken) throw new DOMException('No encoder', 'NotSupportedError');
    FakeRecorder.last = this;
  }

  start(): void {
    this.state = 'recording';
  }

  /** A part comes out. */
  give(text: string): void {
    this.hand(new Blob([text]));
  }

  hand(data: Blob): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
  }

  stop(): void {
    this.state = 'inactive';
    this.give('end');
    this.dispatchEvent(new Event('stop'));
  }

  requestData(): void {
    this.give('now');
  }
}

/** What measures levels: hands them out when it is told to. */
export class FakeLevels {
  static last: FakeLevels | null = null;
  readonly port: { onmessage: ((event: { data: Uint8Array }) => void) | null } = { onmessage: null };

  constructor() {
    FakeLevels.last = this;
  }

  hear(levels: Uint8Array): void {
    this.port.onmessage?.({ data: levels });
  }
}

export class FakeAudioContext {
  readonly audioWorklet = { addModule: (): Promise<void> => Promise.resolve() };
  createMediaStreamSource = (): { connect: () => void } => ({ connect: () => undefined });
  resume = (): Promise<void> => Promise.resolve();
  close = (): Promise<void> => Promise.resolve();
}
