/** Every fault of a backup file in plain words: what is wrong, where, and what to do. That nothing was changed goes without exception. */
import type { OpenProblem } from '#storage/database.ts';
import type { FileFault } from '#storage/heavy-file.ts';
import { countOf } from '#pages/parts/format.ts';
import { bytesInWords } from './bytes.ts';

export interface FaultWords {
  readonly title: string;
  readonly remedy: string;
  /** For a report. */
  readonly detail?: string;
}

const ANOTHER = 'Choose another file: backups of Lamplight are called lamplight-backup-, a date, and .json.';
const EARLIER = 'Download or copy it again from where it is kept, or choose an earlier backup.';

type Words = { readonly [K in FileFault['kind']]: (fault: Extract<FileFault, { kind: K }>) => FaultWords };

const LISTS: Readonly<Record<string, string>> = { events: 'history', settings: 'settings', cards: 'card states' };

/** `entry 13 of its history` for `events[12]`, `the end of its history` for `after events`, `its beginning`, `“device”`. */
export function placeInWords(where: string): string {
  const [, end] = /^the (beginning|end)$/u.exec(where) ?? [];
  if (end !== undefined) return `its ${end}`;
  const [, after, list = '', index] = /^(after )?(\w+)(?:\[(\d+)\])?$/u.exec(where) ?? [];
  const name = LISTS[list] === undefined ? `“${list}”` : `its ${LISTS[list]}`;
  if (index !== undefined) return `entry ${Number(index) + 1} of ${name}`;
  return after === undefined ? name : `the end of ${name}`;
}

const WORDS: Words = {
  tooLarge: ({ bytes, limit }) => ({
    title: 'This file is too large to be a backup',
    remedy: `It has ${bytesInWords(bytes)}; at most ${bytesInWords(limit)} are read. ${ANOTHER}`,
  }),
  tooMany: ({ list, limit }) => ({
    title: 'This file holds more than a lifetime of reviews',
    remedy: `Of its ${LISTS[list] ?? list} at most ${countOf(limit, 'entry', 'entries')} are read. ${ANOTHER}`,
  }),
  notText: () => ({
    title: 'This file is not a backup',
    remedy: `It is not a text in UTF-8: a picture, an archive, or a file that a program has converted. ${ANOTHER}`,
  }),
  notJson: ({ where, why }) => ({
    title: 'This file is not a backup, or it is damaged',
    remedy: `It stops making sense at ${placeInWords(where)}. If it is a backup, something has changed it since: ${lower(EARLIER)}`,
    detail: `${where}: ${why}`,
  }),
  truncated: ({ where }) => ({
    title: 'The end of this file is missing',
    remedy: `It breaks off at ${placeInWords(where)}; probably it was not copied completely. ${EARLIER}`,
  }),
  notBackup: () => ({
    title: 'This file is not a backup of Lamplight',
    remedy: `It holds something else. ${ANOTHER}`,
  }),
  newer: ({ version }) => ({
    title: 'This backup was made by a newer version of Lamplight',
    remedy:
      'Close all tabs of Lamplight and open it again with a network to get the newest version, then restore the file.',
    detail: `The file has version ${version} of the format.`,
  }),
  invalid: ({ where, why }) => ({
    title: 'This backup is damaged',
    remedy: `At ${placeInWords(where)} stands what Lamplight does not write. ${EARLIER}`,
    detail: `${where}: ${why}`,
  }),
  unreadable: ({ why }) => ({
    title: 'The browser could not read this file',
    remedy:
      'It may have been moved, changed or removed since it was chosen, or lie on a drive that is gone. Choose it again.',
    detail: why,
  }),
};

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** What is wrong with a file, and what to do. */
export function faultWords<K extends FileFault['kind']>(fault: Extract<FileFault, { kind: K }>): FaultWords {
  const words: Words[K] = WORDS[fault.kind];
  return words(fault);
}

const PROBLEMS: Readonly<Record<OpenProblem, Omit<FaultWords, 'detail'>>> = {
  full: { title: 'This device is full', remedy: 'Free some space on the device, then try again.' },
  blocked: { title: 'Another tab stands in the way', remedy: 'Close the other tabs of Lamplight, then try again.' },
  newer: { title: 'Another tab has a newer version', remedy: 'Reload this tab, then try again.' },
  unsupported: {
    title: 'This browser does not let Lamplight store anything',
    remedy: 'Allow site data for this address in the browser’s settings, then try again.',
  },
  broken: { title: 'That did not work', remedy: 'Try again; if it fails once more, reload the page first.' },
};

/** The one thing beside a finished job that could not be stored: `was` says what, then why. */
export function besideWords(was: string, failed: { readonly problem: OpenProblem } | null): string {
  return failed === null ? '' : ` ${was}: ${BESIDE[failed.problem]}.`;
}

const BESIDE: Readonly<Record<OpenProblem, string>> = {
  full: 'this device is full',
  blocked: 'another tab stands in the way',
  newer: 'another tab has a newer version',
  unsupported: 'the browser does not let Lamplight store anything',
  broken: 'the database did not answer',
};

/** Why work on this device failed, and what to do. */
export function problemWords(problem: OpenProblem, detail: string): FaultWords {
  return { ...PROBLEMS[problem], detail };
}
