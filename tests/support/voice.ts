/** A browser whose microphone hears a made-up voice: two seconds of silence, then eight in which sixteen syllables swell and a pause. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './browser.ts';
import { rowsOf } from './stored.ts';

export { expect } from './browser.ts';

const RATE = 16_000;
const SECONDS = 10;

/** Loudness of the voice at a moment, 0 to 1: four syllables a second, from second 2 to 5 and from 7 to 10. */
function swell(second: number): number {
  const speaks = (second >= 2 && second < 5) || second >= 7;
  return speaks ? 0.02 + 0.98 * Math.sin(Math.PI * 4 * second) ** 2 : 0;
}

/** The voice as a sound file: 16 bit, one channel. */
function wav(): Buffer {
  const samples = Int16Array.from({ length: RATE * SECONDS }, (_, index) => {
    const second = index / RATE;
    return 9000 * swell(second) * Math.sin(2 * Math.PI * 150 * second);
  });
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

export const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const file = path.join(await mkdtemp(path.join(tmpdir(), 'lamplight-voice-')), 'voice.wav');
      await writeFile(file, wav());
      const args = [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-audio-capture=${file}`,
      ];
      await provide({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

/** Opens the sound check and begins to speak. */
export async function beginToSpeak(page: Page): Promise<void> {
  await page.goto('/mock/voice');
  await page.getByRole('button', { name: 'Record my answers' }).click();
  await page.getByRole('button', { name: 'Start speaking' }).click();
  await page.getByText('Recording', { exact: true }).waitFor();
}

/** A stretch of recording, as far as tests look at it. */
export interface Stretch {
  readonly id: string;
  readonly ms: number;
  readonly bytes: number;
}

/** All stretches that are stored. */
export function recordings(page: Page): Promise<Stretch[]> {
  return rowsOf<Stretch>(page, 'recordings');
}

/** Waits until this much is stored of so many stretches. */
export async function untilStored(page: Page, ms: number, stretches = 1): Promise<void> {
  await expect
    .poll(async () => (await recordings(page)).filter((row) => row.ms >= ms).length, { timeout: 15_000 })
    .toBe(stretches);
}

/** Where the player is, in whole seconds. */
export async function placeOf(page: Page): Promise<number> {
  const text = (await page.getByRole('slider').getAttribute('aria-valuetext')) ?? '';
  const [, minutes = '', seconds = ''] = /^(\d+):(\d+) of/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Makes the store refuse every further part of a recording, as a full device does; returns how to free it. */
export async function fillDevice(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const refuse = function refuse(this: IDBObjectStore, ...given: Parameters<typeof put>): IDBRequest<IDBValidKey> {
      if (this.name !== 'recordingParts') return put.apply(this, given);
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = refuse;
    Object.assign(globalThis, { free: () => void (IDBObjectStore.prototype.put = put) });
  });
  return () => page.evaluate(() => (globalThis as unknown as { free: () => void }).free());
}
