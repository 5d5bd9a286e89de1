/** The result of a mock that somebody else kept the sheet of, as a file or a text. Nothing in it is trusted. */
import * as v from 'valibot';
import { parseMockRecord, type MockRecord } from '#review/mock-record.ts';

const FORMAT = 'lamplight-mock';
const VERSION = 1;
/** Longest text of a result, in UTF-16 units. What is longer is none: sixty answers with a page of notes each fit. */
export const MOCK_FILE_BYTES = 512 * 1024;

/** A result on its way: the id makes sure that it is taken in once only. */
export interface MockFile {
  readonly id: string;
  readonly mock: MockRecord;
}

export type MockFileFault =
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'notJson' }
  | { readonly kind: 'notMock' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid'; readonly why: string };

export type MockFileRead =
  { readonly ok: true; readonly file: MockFile } | { readonly ok: false; readonly fault: MockFileFault };

const head = v.looseObject({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.safeInteger()) });
const whole = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.uuid()),
  mock: v.unknown(),
});

/** The text of a result. */
export function mockFileText({ id, mock }: MockFile): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, id, mock });
}

function fault(kind: Exclude<MockFileFault['kind'], 'invalid'>): MockFileRead {
  return { ok: false, fault: { kind } };
}

function invalid(why: string): MockFileRead {
  return { ok: false, fault: { kind: 'invalid', why } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Checks the text of a result, every field of it; what is not known is refused. Its events are forgotten: what counts as a review
 * is made by the device that takes it in. Never throws for any text.
 */
export function readMockFile(text: string): MockFileRead {
  if (text.length > MOCK_FILE_BYTES) return fault('tooLarge');
  const raw = readJson(text);
  if (raw === undefined) return fault('notJson');
  const known = v.safeParse(head, raw);
  if (!known.success) return fault('notMock');
  if (known.output.version > VERSION) return fault('newer');
  const file = v.safeParse(whole, raw, { abortEarly: true });
  if (!file.success) return invalid(`${v.getDotPath(file.issues[0]) ?? 'file'}: ${file.issues[0].message}`);
  const parsed = parseMockRecord(file.output.mock);
  if (!parsed.ok) return invalid(parsed.why);
  const { record } = parsed;
  if (record.finishedAtMs < record.startedAtMs) return invalid('finishedAtMs: it lies before the start');
  const answers = record.answers.map((answer) => ({ ...answer, event: null }));
  return { ok: true, file: { id: file.output.id, mock: { ...record, by: 'partner', answers } } };
}
