/** What comes from a partner's device, read and checked before anything is done with it. */
import { MOCK_FILE_BYTES, readMockFile, type MockFile, type MockFileFault } from '#exchange/mock-file.ts';
import { collect } from '#mock/partner-frames.ts';
import { unfold } from './squeeze.ts';

export type Incoming =
  | { readonly kind: 'found'; readonly file: MockFile }
  /** Sound so far, and not all there. */
  | { readonly kind: 'more'; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string };

const NOTHING_CHANGED = 'Nothing was changed.';

function faultInWords(fault: MockFileFault): string {
  switch (fault.kind) {
    case 'tooLarge':
      return 'This is too large for the result of a mock.';
    case 'notJson':
      return 'This is no result of a mock, or it was cut off on the way. Send it again.';
    case 'notMock':
      return 'This file is something else, not the result of a mock.';
    case 'newer':
      return 'This was made by a newer version of Lamplight. Update this one, then try again.';
    case 'invalid':
      return `This is not sound: ${fault.why}. Send it again.`;
  }
}

function refused(words: string): Incoming {
  return { kind: 'refused', words: `${words} ${NOTHING_CHANGED}` };
}

function readWhole(text: string): Incoming {
  const read = readMockFile(text);
  return read.ok ? { kind: 'found', file: read.file } : refused(faultInWords(read.fault));
}

/** Reads a pasted or scanned text: a whole file, or the pieces of one. Never rejects. */
export async function readText(text: string): Promise<Incoming> {
  if (text.length > 2 * MOCK_FILE_BYTES) return refused(faultInWords({ kind: 'tooLarge' }));
  const found = collect(text);
  switch (found.kind) {
    case 'none':
      return readWhole(text);
    case 'some':
      return { kind: 'more', words: `${found.have} of ${found.of} parts are here. Add the others.` };
    case 'damaged':
      return refused('The parts do not fit together: one was changed on the way. Send them again.');
    case 'whole': {
      const whole = await unfold(found.bytes);
      return whole === null ? refused(faultInWords({ kind: 'notJson' })) : readWhole(whole);
    }
  }
}

/** Reads a chosen file. Never rejects. */
export async function readFile(file: File): Promise<Incoming> {
  if (file.size > 2 * MOCK_FILE_BYTES) return refused(faultInWords({ kind: 'tooLarge' }));
  try {
    return await readText(await file.text());
  } catch {
    return refused('The file could not be read.');
  }
}
