import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isoDateOf } from '#pages/parts/dates.ts';
import { bytesInWords } from '#pages/settings/bytes.ts';
import { changelogLines } from '#pages/settings/changelog-lines.ts';
import { faultWords, placeInWords, problemWords } from '#pages/settings/fault-words.ts';
import { backupName } from '#pages/settings/hand-over.ts';
import { daysAgoInWords } from '#pages/settings/moments.ts';
import { progressWords } from '#pages/settings/progress-words.ts';
import { historyInWords, modeInWords, restoredInWords } from '#pages/settings/restore-words.ts';
import { costOfRetention, intervalFactor } from '#pages/settings/retention.ts';
import type { FileFault } from '#storage/heavy-file.ts';
import type { Inspection } from '#storage/restore-inspect.ts';

test.each([
  ['events[12]', 'entry 13 of its history'],
  ['cards[0]', 'entry 1 of its card states'],
  ['settings', 'its settings'],
  ['after events', 'the end of its history'],
  ['the beginning', 'its beginning'],
  ['the end', 'its end'],
  ['device', '“device”'],
  ['after device', 'the end of “device”'],
])('the place %s is called %s', (where, words) => {
  expect(placeInWords(where)).toBe(words);
});

test('every fault of a file has a title and a remedy in whole sentences', () => {
  const faults: readonly FileFault[] = [
    { kind: 'tooLarge', bytes: 6e8, limit: 5e8 },
    { kind: 'tooMany', list: 'events', limit: 1_000_000 },
    { kind: 'notText' },
    { kind: 'notJson', where: 'events[1]', why: 'x' },
    { kind: 'truncated', where: 'events[1]' },
    { kind: 'notBackup' },
    { kind: 'newer', version: 2 },
    { kind: 'invalid', where: 'events[1]', why: 'x' },
    { kind: 'unreadable', why: 'x' },
  ];
  for (const fault of faults) {
    const { title, remedy } = faultWords(fault);
    expect(title, fault.kind).toMatch(/^[A-Z][^.]+$/u);
    expect(remedy, fault.kind).toMatch(/^[A-Z].*\.$/u);
  }
  expect(faultWords(faults[0] as never).remedy).toContain('600 MB; at most 500 MB');
  expect(faultWords(faults[1] as never).remedy).toContain('at most 1,000,000 entries');
});

test.each(['full', 'blocked', 'newer', 'unsupported', 'broken'] as const)(
  'the problem %s says what to do',
  (problem) => {
    const { title, remedy, detail } = problemWords(problem, 'TypeError: x');
    expect(`${title}. ${remedy}`).toMatch(/^[A-Z].*\.$/u);
    expect(detail).toBe('TypeError: x');
  },
);

describe('desired retention', () => {
  test('at 90% an interval is as long as it is', () => {
    expect(intervalFactor(0.9)).toBe(1);
    expect(costOfRetention(0.9)).toContain('balance');
  });

  test('more is asked more often, less more seldom, by the forgetting curve', () => {
    // FSRS-6: t(R) / S = (R^(1/decay) − 1) / (0.9^(1/decay) − 1) with decay −0.1542, the default w[20].
    const curve = (retention: number): number => (retention ** (1 / -0.1542) - 1) / (0.9 ** (1 / -0.1542) - 1);
    for (const retention of [0.7, 0.8, 0.85, 0.95, 0.97])
      expect(intervalFactor(retention)).toBeCloseTo(curve(retention), 2);
    expect(costOfRetention(0.8)).toMatch(/about 80\. Intervals are 3\.3 times as long/u);
    expect(costOfRetention(0.97)).toMatch(
      /about 97\. Intervals are 4\.\d times shorter .* about 4\.\d times the reviews/u,
    );
  });
});

test.each([
  [812, '812 byte'],
  [14_200, '14 kB'],
  [3_240_000, '3.2 MB'],
  [12e9, '12 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words);
});

test('progress says how much of how much, where that can be known', () => {
  expect(progressWords(null)).toEqual({ label: 'Starting', text: null, share: null });
  expect(progressWords({ stage: 'file', done: 1e6, total: 4e6 })).toEqual({
    label: 'Reading the file',
    text: '1 MB of 4 MB',
    share: 0.25,
  });
  expect(progressWords({ stage: 'events', done: 1500, total: 2000 })).toMatchObject({
    text: '1,500 of 2,000',
    share: 0.75,
  });
  expect(progressWords({ stage: 'compare', done: 0, total: null })).toMatchObject({ text: null, share: null });
  expect(progressWords({ stage: 'cards', done: 0, total: 0 })).toMatchObject({ share: null });
});

test.each([
  [0, 0, '0 reviews'],
  [1, 1, '1 review'],
  [1204, 1235, '1,204 reviews and 31 other entries'],
  [3, 4, '3 reviews and 1 other entry'],
  [0, 2, '2 entries'],
])('%d reviews of %d events are “%s”', (reviews, events, words) => {
  expect(historyInWords(reviews, events)).toBe(words);
});

const nothing = { added: 0, known: 0, healed: 0, replaced: 0, rows: 0 };

test.each([
  ['merge', { ...nothing, added: 1 }, 'Merged: 1 entry came in.'],
  [
    'merge',
    { ...nothing, rows: 1 },
    'Merged: nothing was new in the history. 1 setting, plan or text of yours came in or changed.',
  ],
  ['merge', { ...nothing, added: 2, known: 1200 }, 'Merged: 2 entries came in, 1,200 were here already.'],
  ['merge', { ...nothing, known: 3 }, 'Merged: everything was here already.'],
  [
    'merge',
    { ...nothing, healed: 1 },
    'Merged: everything was here already. 1 entry that was damaged on this device is sound again.',
  ],
  ['replace', { ...nothing, added: 3, replaced: 1 }, 'Replaced: 3 entries came in, 1 entry went out and is kept.'],
] as const)('%s of %o is told as “%s”', (mode, restored, words) => {
  expect(restoredInWords(mode, restored)).toBe(words);
});

test('replacing says how much goes out of use', () => {
  const inspection = { newEvents: 1, settings: [], onlyHere: 1 } as unknown as Inspection;
  expect(modeInWords('replace', inspection)).toContain('1 entry that is only on this device goes out of use.');
  expect(modeInWords('merge', inspection)).toContain('Nothing can be lost.');
});

test('merging is called without effect only when nothing at all would change', () => {
  const rows = { campaigns: 0, stories: 0, paths: 0, own: 0, weights: 0 };
  const same = { newEvents: 0, settings: [], onlyHere: 0, ...rows } as unknown as Inspection;
  expect(modeInWords('merge', same)).toContain('merging changes nothing');
  for (const kind of Object.keys(rows)) {
    expect(modeInWords('merge', { ...same, [kind]: 1 }), kind).toContain('Adds what is new');
  }
});

test('days ago follow the calendar, not the hours', () => {
  const now = new Date(2026, 10, 22, 0, 30).getTime();
  expect(daysAgoInWords(new Date(2026, 10, 22, 0, 1).getTime(), now)).toBe('today');
  expect(daysAgoInWords(new Date(2026, 10, 21, 23, 59).getTime(), now)).toBe('yesterday');
  expect(daysAgoInWords(new Date(2026, 10, 10, 12).getTime(), now)).toBe('12 days ago');
});

function liveIn(zone: string): void {
  vi.stubEnv('TZ', zone);
  onTestFinished(() => void vi.unstubAllEnvs());
}

test('a night in which the clocks change is one night', () => {
  liveIn('Europe/Berlin');
  const ago = (then: string, now: string) => daysAgoInWords(Date.parse(then), Date.parse(now));
  expect(ago('2026-10-25T00:30:00+02:00', '2026-10-26T12:00:00+01:00')).toBe('yesterday');
  expect(ago('2026-03-28T23:30:00+01:00', '2026-03-30T12:00:00+02:00')).toBe('2 days ago');
});

test('a file is dated by the day that the person has, not by the one in Greenwich', () => {
  liveIn('Asia/Tokyo');
  expect(isoDateOf(Date.parse('2026-11-22T20:00:00Z'))).toBe('2026-11-23');
});

test('a backup is named by the person’s own day', () => {
  expect(backupName(new Date(2026, 0, 5, 0, 10).getTime())).toBe('lamplight-backup-2026-01-05.json');
});

test('a changelog becomes headings, points and sentences', () => {
  const text =
    '# Changelog\n\n## 0.1.0\n\nFirst *light*,\nand more.\n\n- **Review** with `FSRS`\n  in [detail](x)\n- Offline\n';
  expect(changelogLines(text)).toEqual([
    { kind: 'heading', text: '0.1.0' },
    { kind: 'sentence', text: 'First *light*, and more.' },
    { kind: 'point', text: 'Review with FSRS in detail' },
    { kind: 'point', text: 'Offline' },
  ]);
});

test('the previews of themes show the colours of the themes', () => {
  const read = (file: string): string => readFileSync(new URL(`../../../src/${file}`, import.meta.url), 'utf8');
  const picker = read('pages/settings/theme-picker.module.css');
  const [plain = '', contrast = ''] = read('ui/tokens.css').split(":root[data-theme^='contrast']");
  const token = (css: string, name: string, side: 1 | 2): string | undefined =>
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`, 'u').exec(css)?.[side];
  const themes = {
    ink: [plain, 2],
    paper: [plain, 1],
    'contrast-dark': [contrast, 2],
    'contrast-light': [contrast, 1],
  } as const;
  for (const [theme, [css, side]] of Object.entries(themes)) {
    const block = picker.split(`[data-preview='${theme}']`)[1] ?? '';
    for (const name of ['bg', 'text', 'muted', 'lamp']) {
      const shown = new RegExp(`--preview-${name}: (#\\w+)`, 'u').exec(block)?.[1];
      expect(shown, `${theme} ${name}`).toMatch(/^#\w{6}$/u);
      expect(shown, `${theme} ${name}`).toBe(token(css, name, side));
    }
  }
});
