/**
 * The sheet of the one who asks: what was said to each question of a shared interview. In the end it is the same record that a
 * mock by oneself makes, for the device of the one who answered.
 */
import type { ItemId, PointId, Question } from '#bank/item.ts';
import type { Axis, AxisStep, MockRecord } from '#review/mock-record.ts';
import { answerOf, pointsHeard } from './answer.ts';
import type { Drawn } from './drawn.ts';
import { setupOf } from './link.ts';
import { newDraft, withTick, type Draft } from './run.ts';
import type { MockSettings } from './settings.ts';

export interface PartnerSheet {
  /** The id that the mock will have. */
  readonly id: string;
  readonly settings: MockSettings;
  readonly startedAtMs: number;
  readonly drafts: readonly Draft[];
  /** Which question the clock runs for, and since when; null while it stands still. */
  readonly asking: { readonly place: number; readonly sinceMs: number } | null;
}

export type SheetInput =
  /** The question was asked now: its clock runs, and that of any other stops. */
  | { readonly type: 'asked'; readonly place: number; readonly nowMs: number }
  | { readonly type: 'answered'; readonly nowMs: number }
  /** It was not asked after all: its clock is as if it had never run, what is ticked waits for it to be asked. */
  | { readonly type: 'unasked'; readonly place: number }
  | { readonly type: 'ticked'; readonly place: number; readonly point: PointId }
  | { readonly type: 'held'; readonly place: number; readonly ask: string; readonly points: readonly PointId[] }
  | { readonly type: 'judged'; readonly place: number; readonly axis: Axis; readonly step: AxisStep }
  | { readonly type: 'noted'; readonly place: number; readonly text: string };

/** An empty sheet for a drawn interview. */
export function newSheet(id: string, settings: MockSettings, drawn: Drawn, nowMs: number): PartnerSheet {
  const questions = drawn.questions.filter(({ as }) => as === 'question');
  return { id, settings, startedAtMs: nowMs, drafts: questions.map(newDraft), asking: null };
}

/** The same questions with nothing asked yet. */
export function emptied(sheet: PartnerSheet, id: string, nowMs: number): PartnerSheet {
  return { ...sheet, id, startedAtMs: nowMs, drafts: sheet.drafts.map(({ asked }) => newDraft(asked)), asking: null };
}

function change(sheet: PartnerSheet, place: number, over: (draft: Draft) => Partial<Draft>): PartnerSheet {
  const drafts = sheet.drafts.map((draft, index) => (index === place ? { ...draft, ...over(draft) } : draft));
  return { ...sheet, drafts };
}

/** A clock that runs longer was forgotten: the page was closed, or the device put away. */
const FORGOTTEN_MS = 3_600_000;

/** What a clock shows that runs since a moment, in ms; 0 for one that was forgotten, or set back. */
export function runningMs(sinceMs: number, nowMs: number): number {
  const ms = Math.max(0, nowMs - sinceMs);
  return ms > FORGOTTEN_MS ? 0 : ms;
}

/** Stops the clock and adds what it shows to its question. */
function stopClock(sheet: PartnerSheet, nowMs: number): PartnerSheet {
  if (!sheet.asking) return sheet;
  const { place, sinceMs } = sheet.asking;
  const stopped = change(sheet, place, ({ speakMs }) => ({ speakMs: speakMs + runningMs(sinceMs, nowMs) }));
  return { ...stopped, asking: null };
}

/** It is ticked as a whole and has no clock: which points came only then is not known, so none of them counts as prompted. */
function withHeld({ followUps }: Draft, ask: string, points: readonly PointId[]): Draft['followUps'] {
  const known = followUps.find((each) => each.ask === ask);
  const others = followUps.filter((each) => each.ask !== ask);
  return known?.held === true ? others : [...others, { ask, points, held: true, tookMs: 0 }];
}

/** The next state of a sheet. Whatever is ticked, judged or noted means that the question was asked. */
export function reduceSheet(sheet: PartnerSheet, input: SheetInput): PartnerSheet {
  switch (input.type) {
    case 'asked': {
      const { place, nowMs } = input;
      const stopped = change(stopClock(sheet, nowMs), place, () => ({ answered: true }));
      return { ...stopped, asking: { place, sinceMs: nowMs } };
    }
    case 'answered':
      return stopClock(sheet, input.nowMs);
    case 'unasked': {
      const still = sheet.asking?.place === input.place ? { ...sheet, asking: null } : sheet;
      return change(still, input.place, () => ({ answered: false, speakMs: 0 }));
    }
    case 'ticked':
      return change(sheet, input.place, ({ ticked }) => ({
        answered: true,
        ticked: withTick(ticked, input.point, null),
      }));
    case 'held':
      return change(sheet, input.place, (draft) => ({
        answered: true,
        followUps: withHeld(draft, input.ask, input.points),
      }));
    case 'judged':
      return change(sheet, input.place, ({ axes }) => ({
        answered: true,
        axes: { ...axes, [input.axis]: input.step },
      }));
    case 'noted':
      return change(sheet, input.place, () => ({ answered: true, notes: input.text }));
  }
}

/** How many questions were asked. */
export function askedCount({ drafts }: PartnerSheet): number {
  return drafts.filter(({ answered }) => answered).length;
}

/** The record that the sheet makes, of what was asked alone. A question that this bank no longer has is left unscored. */
export function recordOfSheet(
  sheet: PartnerSheet,
  questions: ReadonlyMap<ItemId, Question>,
  nowMs: number,
): MockRecord {
  const { settings, startedAtMs, drafts } = stopClock(sheet, nowMs);
  return {
    setup: setupOf(settings),
    by: 'partner',
    startedAtMs,
    finishedAtMs: Math.max(startedAtMs, nowMs),
    ended: drafts.every(({ answered }) => answered) ? 'complete' : 'early',
    pauses: [],
    answers: drafts
      .filter(({ answered }) => answered)
      .map((draft) => {
        const question = questions.get(draft.asked.item);
        if (!question) return answerOf({ ...draft, outcome: 'unscored' }, null);
        return answerOf({ ...draft, outcome: 'graded', points: pointsHeard(question, draft) }, null);
      }),
  };
}
