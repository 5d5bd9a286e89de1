/**
 * The recorder of a mock interview. Armed by a press, it keeps the microphone open until it is disarmed, and records an answer
 * whenever the interview says that somebody speaks. It lives here and not in a component: a question that changes loses nothing.
 */
import { create } from 'zustand';
import { LevelLog } from '#mock/voice-level.ts';
import { measureVoice, type MeasuredVoice } from '#mock/voice-numbers.ts';
import type { VoiceNumbers } from '#review/mock-record.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import {
  beginStretch,
  deleteAnswerSound,
  readAnswerVoice,
  storePart,
  storeWords,
  type AnswerPlace,
} from '#storage/recordings.ts';
import { openMicrophone, type Microphone, type Refusal } from './microphone.ts';
import { StretchRecorder } from './stretch.ts';
import { transcribe, type Transcription } from './transcription.ts';

export type RecorderState =
  | { readonly kind: 'off' }
  | { readonly kind: 'asking' }
  /** The microphone is on and nothing is recorded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'recording'; readonly place: AnswerPlace; readonly voice: MeasuredVoice | null }
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** The microphone went away. */
  | { readonly kind: 'lost' }
  /** A part could not be stored; the last `heldMs` are in memory only. */
  | { readonly kind: 'unstored'; readonly full: boolean; readonly heldMs: number };

interface Recorder {
  readonly state: RecorderState;
  /** Whether words are to be written down where that is done on the device. */
  readonly words: boolean;
}

const START: Recorder = { state: { kind: 'off' }, words: false };

export const useRecorder = create<Recorder>(() => START);
const { getState, setState } = useRecorder;

/** How often the numbers are made anew while somebody speaks. */
const MEASURE_MS = 1000;

let microphone: Microphone | null = null;
let stretch: StretchRecorder | null = null;
let transcription: Transcription | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
/** The levels of the running stretch. */
let heard = new LevelLog();
/** Stops and starts happen one after the other. */
let turn: Promise<void> = Promise.resolve();
const watchers = new Set<(level: number) => void>();

/** Tells of the loudest level of each tenth of a second while the microphone is on; returns how to stop. */
export function watchLevel(watch: (level: number) => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

function takeLevels(levels: Uint8Array): void {
  for (const watch of watchers) watch(Math.max(0, ...levels));
  if (!stretch) return;
  stretch.hear(levels);
  heard.push(levels);
}

function set(state: RecorderState): void {
  setState({ state });
}

/** Asks for the microphone; to be called from a press. */
export async function armRecorder(): Promise<void> {
  const { kind } = getState().state;
  if (kind === 'asking' || kind === 'ready' || kind === 'recording') return;
  set({ kind: 'asking' });
  const opened = await openMicrophone();
  if (getState().state.kind !== 'asking') {
    // It was disarmed while the browser asked.
    if (opened.kind === 'open') opened.microphone.close();
    return;
  }
  if (opened.kind === 'refused') return set(opened);
  microphone = opened.microphone;
  microphone.listener = takeLevels;
  set({ kind: 'ready' });
}

function closeMicrophone(): void {
  microphone?.close();
  microphone = null;
}

/** Ends the recording and turns the microphone off. */
export async function disarmRecorder(): Promise<void> {
  if (getState().state.kind === 'asking') set({ kind: 'off' });
  await stopSpeaking();
  closeMicrophone();
  if (getState().state.kind !== 'unstored') set({ kind: 'off' });
}

/** Begins a stretch of this answer, if the recorder is armed; whatever was recorded before goes on being stored. */
export function startSpeaking(place: AnswerPlace): Promise<void> {
  turn = beginAfter(turn, place);
  return turn;
}

async function beginAfter(before: Promise<void>, place: AnswerPlace): Promise<void> {
  await before;
  await endStretch();
  if (getState().state.kind !== 'ready' || !microphone) return;
  try {
    begin(microphone, place);
  } catch {
    // It can listen, and cannot record what it hears.
    stretch = null;
    closeMicrophone();
    set({ kind: 'refused', why: 'unsupported' });
  }
}

function begin({ stream }: Microphone, place: AnswerPlace): void {
  const { db } = getStorage();
  heard = new LevelLog();
  const own = new StretchRecorder(stream, (mime) => beginStretch(place, mime, Date.now()), {
    store: (row, part) => storePart(db, row, part),
    storeWords: (id, text) => storeWords(db, id, text),
    onRefused: (error) => void giveUp(problemOf(error) === 'full'),
    onLost: () => void lose(),
  });
  stretch = own;
  if (getState().words) transcription = transcribe(stream, (text) => own.understood(text));
  set({ kind: 'recording', place, voice: null });
  timer = setInterval(() => set({ kind: 'recording', place, voice: measuredNow() }), MEASURE_MS);
}

function measuredNow(): MeasuredVoice | null {
  return heard.all.length === 0 ? null : measureVoice(heard.all);
}

function endListening(): void {
  clearInterval(timer);
  transcription?.stop();
  transcription = null;
}

/** Ends the running stretch; resolves when all of it is stored, or known not to be. */
async function endStretch(): Promise<void> {
  const ending = stretch;
  if (!ending || getState().state.kind !== 'recording') return;
  endListening();
  await ending.stop();
  if (getState().state.kind === 'recording') {
    stretch = null;
    set({ kind: 'ready' });
  }
}

/** Ends the stretch that is being recorded. */
function stopSpeaking(): Promise<void> {
  turn = turn.then(endStretch);
  return turn;
}

/** A part was refused: the rest of the stretch is held in memory. */
async function giveUp(full: boolean): Promise<void> {
  const held = stretch;
  if (!held) return;
  endListening();
  closeMicrophone();
  set({ kind: 'unstored', full, heldMs: held.heldMs });
  await held.stop();
  if (stretch === held) set({ kind: 'unstored', full, heldMs: held.heldMs });
}

async function lose(): Promise<void> {
  await stopSpeaking();
  closeMicrophone();
  if (getState().state.kind === 'ready') set({ kind: 'lost' });
}

/** Tries again to store what is held in memory. */
export async function storeHeld(): Promise<void> {
  if (getState().state.kind !== 'unstored' || !stretch) return;
  if (await stretch.storeHeld()) {
    stretch = null;
    set({ kind: 'off' });
  }
}

/** Lets go of what could not be stored. */
export function dropHeld(): void {
  stretch = null;
  set({ kind: 'off' });
}

/** Ends the recording of an answer and gives its numbers; null when nothing of it was recorded. */
export async function finishSpeaking(place: AnswerPlace): Promise<VoiceNumbers | null> {
  await stopSpeaking();
  return readAnswerVoice(getStorage().db, place);
}

/** Deletes all that is recorded of an answer, also while it is being recorded. */
export async function deleteRecording(place: AnswerPlace): Promise<void> {
  await stopSpeaking();
  await deleteAnswerSound(getStorage().db, place);
}

/** Whether words are written down from the next stretch on. */
export function writeWords(words: boolean): void {
  setState({ words });
}

/** The page may be frozen or closed in the next moment: what there is of the running part is stored now. */
function flush(): void {
  if (document.visibilityState === 'hidden') stretch?.flush();
}

document.addEventListener('visibilitychange', flush);
