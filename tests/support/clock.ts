/** A clock that a test moves, with stamps as a device would make them: unique ids that rise as the device makes events. */
import type { DeviceId, EventId } from '#review/ids.ts';
import type { Stamp } from '#review/record.ts';
import { deviceId } from './builders.ts';

export interface TestClock {
  nowMs: number;
  offsetMinutes: number;
  readonly device: DeviceId;
  /** Moves the clock; negative when somebody sets it back. */
  advance(ms: number): void;
  /** A stamp at this moment; the same seed gives the same ids. */
  stamp(): Stamp;
}

/** A clock of device number `seed`, at 2026-11-22 09:00 UTC unless told otherwise. */
export function seededClock(seed = 1, startMs: number = Date.UTC(2026, 10, 22, 9)): TestClock {
  let idMs = 0;
  let count = 0;
  const tail = seed.toString(16).padStart(4, '0');
  return {
    nowMs: startMs,
    offsetMinutes: 60,
    device: deviceId(seed),
    advance(ms) {
      this.nowMs += ms;
    },
    stamp() {
      idMs = Math.max(idMs, this.nowMs);
      count += 1;
      const time = idMs.toString(16).padStart(12, '0');
      const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(8, '0')}${tail}`;
      return { id: id as EventId, device: this.device, atMs: this.nowMs, offsetMinutes: this.offsetMinutes };
    },
  };
}
