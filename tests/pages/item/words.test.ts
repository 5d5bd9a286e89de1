import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { historyLines } from '#pages/item/history-lines.ts';
import { monthInWords } from '#pages/item/months.ts';
import { pointMemory } from '#pages/item/point-words.ts';
import { languageName } from '#pages/parts/language-name.ts';
import { fullDay, pastDayInWords, standingInWords } from '#pages/parts/standing.ts';
import type { Learned } from '#review/card-state.ts';
import { cardId, eventBase, freshCard, learnedCard, studyDay } from '../../support/builders.ts';
import { question } from '../../support/item-builders.ts';

/** Sunday, 22 November 2026. */
const TODAY = studyDay(20_779);
const day = (ahead: number) => studyDay(TODAY + ahead);
const dueOn = (ahead: number) => ({ kind: 'day', day: day(ahead) }) as const;
const STEP = { kind: 'moment', atMs: 0, day: TODAY } as const;
const LASTING = { stability: 30, difficulty: 5 };

describe('a standing in words', () => {
  test.each<[string, Partial<Learned>]>([
    ['Solid until tomorrow', { memory: LASTING, due: dueOn(1) }],
    ['Solid until Thursday', { memory: LASTING, due: dueOn(4) }],
    ['Solid until 22 December', { memory: LASTING, due: dueOn(30) }],
    ['Fading, due today', { memory: LASTING, due: dueOn(0) }],
    ['Fading since yesterday', { memory: LASTING, due: dueOn(-1) }],
    ['Fading since Wednesday', { memory: LASTING, due: dueOn(-4) }],
    ['Fading since 2 November', { memory: LASTING, due: dueOn(-20) }],
    ['Learning, back on Wednesday', { due: dueOn(3) }],
    ['Learning, back tomorrow', { memory: LASTING, lastGrade: 1, due: dueOn(1) }],
    ['Learning, again today', { memory: LASTING, lastGrade: 1, due: STEP }],
    ['Fading since yesterday', { lastGrade: 1, due: { ...STEP, day: day(-1) } }],
  ])('is %j', (words, over) => {
    expect(standingInWords(learnedCard('q', over), TODAY)).toBe(words);
  });

  test('of a question never asked is New, of one taken out Suspended, learnt or not', () => {
    expect(standingInWords(freshCard('q'), TODAY)).toBe('New');
    expect(standingInWords({ ...freshCard('q'), suspended: true }, TODAY)).toBe('Suspended');
    expect(standingInWords({ ...learnedCard('q'), suspended: true }, TODAY)).toBe('Suspended');
  });
});

describe('the memory of a point in words', () => {
  test.each<['recalled' | 'missed', string, Partial<Learned>]>([
    ['recalled', 'Recalled today', { lastDay: TODAY, due: { kind: 'unscheduled' } }],
    ['recalled', 'Recalled yesterday, comes back on Thursday', { lastDay: day(-1), due: dueOn(4) }],
    ['missed', 'Missed on Friday, due today', { lastDay: day(-2), lastGrade: 1, due: dueOn(-1) }],
    ['missed', 'Missed today, comes back tomorrow', { lastDay: TODAY, lastGrade: 1, due: dueOn(1) }],
    ['missed', 'Missed on 12 November', { lastDay: day(-10), lastGrade: 1, due: { kind: 'unscheduled' } }],
  ])('%s: %s', (kind, words, over) => {
    expect(pointMemory(learnedCard('q', over, 'p'), TODAY)).toEqual({ kind, words });
  });

  test('promises nothing while it is suspended', () => {
    const card = { ...learnedCard('q', { lastDay: TODAY, due: dueOn(3) }, 'p'), suspended: true };
    expect(pointMemory(card, TODAY).words).toBe('Recalled today');
  });

  test('of a point of which nothing is known says so', () => {
    expect(pointMemory(freshCard('q', 'p'), TODAY)).toEqual({ kind: 'notAsked', words: 'Not yet asked' });
  });
});

test('a day of another year names it', () => {
  expect(pastDayInWords(day(-400), TODAY)).toBe('on 18 October 2025');
  expect(fullDay(day(4))).toBe('Thursday, 26 November 2026');
});

test('a month of a source is written out, and what is no month is left as it is', () => {
  expect(monthInWords('2026-11')).toBe('November 2026');
  expect(monthInWords('soon')).toBe('soon');
});

/** The languages of the bank and what its errors come from, as their sources say. */
async function namedInBank(): Promise<string[]> {
  const folders = ['errors', 'snippets'].map((kind) => path.join('data/builtin', kind));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((file) => path.join(folder, file))),
  );
  const texts = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/^(?:language|framework): (.+)$/gmu)].map(([, name = '']) => name),
  );
  return [...new Set(named)].toSorted();
}

test('every language and framework of the bank is called by the name that its makers write', async () => {
  const names = (await namedInBank()).map((name) => [name, languageName(name)]);
  expect(Object.fromEntries(names)).toEqual({
    browser: 'the browser',
    c: 'C',
    csharp: 'C#',
    dns: 'DNS',
    docker: 'Docker',
    'ef-core': 'EF Core',
    express: 'Express',
    git: 'Git',
    go: 'Go',
    hibernate: 'Hibernate',
    http: 'HTTP',
    java: 'Java',
    javascript: 'JavaScript',
    kubernetes: 'Kubernetes',
    linux: 'Linux',
    llm: 'LLM APIs',
    maven: 'Maven',
    nginx: 'nginx',
    node: 'Node.js',
    npm: 'npm',
    pdo: 'PDO',
    php: 'PHP',
    pip: 'pip',
    postgresql: 'PostgreSQL',
    python: 'Python',
    react: 'React',
    rust: 'Rust',
    sh: 'shell',
    shell: 'shell',
    spring: 'Spring',
    sql: 'SQL',
    sqlite: 'SQLite',
    tcp: 'TCP',
    tls: 'TLS',
    typescript: 'TypeScript',
    vb: 'Visual Basic',
    winforms: 'Windows Forms',
    wordpress: 'WordPress',
  });
});

test('the history says until when a question was set aside, be it a day or a week', () => {
  const base = { ...eventBase(1), type: 'buried', card: cardId('q-one') } as const;
  const wordsOf = (ahead: number): unknown =>
    historyLines(question('q-one'), [{ ...base, untilDay: day(ahead) }], TODAY, 4)[0]?.words;
  expect([wordsOf(1), wordsOf(7)]).toEqual([
    'Set aside until Monday, 23 November 2026',
    'Set aside until Sunday, 29 November 2026',
  ]);
});
