/** Recording that goes on after a reload, or a way out of the run and back: what was pressed last holds for the whole mock. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { getStorage } from '#storage/current.ts';
import { SOUND_CHECK } from '#storage/recordings.ts';
import { readRecordedRun, writeRecordedRun } from '#storage/recorded-run.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { armRecorder, disarmRecorder, useRecorder } from './recorder.ts';

function isArmed(): boolean {
  const { kind } = useRecorder.getState().state;
  return kind === 'ready' || kind === 'recording';
}

/** Turns the microphone on by a press. */
export async function recordFromNow(mock: string): Promise<void> {
  await armRecorder();
  if (isArmed()) await keep(mock, mock);
}

/** Turns it off by a press: it stays off. */
export async function recordNoMore(mock: string): Promise<void> {
  await disarmRecorder();
  await keep(mock, null);
}

/** A trial of the microphone says nothing of the mock under way. */
async function keep(mock: string, recorded: string | null): Promise<void> {
  if (mock === SOUND_CHECK) return;
  // Where that cannot be stored, whoever comes back presses once more.
  await writeRecordedRun(getStorage().db, recorded).catch(() => undefined);
}

/** Whether the microphone may be used without a question to the person. Not every browser says. */
async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'granted';
  } catch {
    return false;
  }
}

/**
 * Turns the microphone on again where this mock was recorded when it was left and the browser still allows it, and says so; once a
 * visit, when somebody may speak. True: it was recorded, and only a press can go on with that.
 */
export function useRecordAgain(mock: string, maySpeak: boolean): boolean {
  const [wasLeft, setWasLeft] = useState(false);
  const { toast } = useAnnounce();
  const here = useRef(false);
  const tried = useRef(false);
  const again = useEffectEvent(async (): Promise<void> => {
    const wished = await readRecordedRun(getStorage().db).catch(() => null);
    if (wished !== mock) return;
    const granted = await isGranted();
    if (!here.current || useRecorder.getState().state.kind !== 'off') return;
    if (!granted) return setWasLeft(true);
    await armRecorder();
    if (isArmed()) toast({ text: 'The microphone is on again: this mock was recorded when you left it.' });
  });
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  useEffect(() => {
    if (!maySpeak || tried.current) return;
    tried.current = true;
    void again();
  }, [maySpeak]);
  return wasLeft;
}
