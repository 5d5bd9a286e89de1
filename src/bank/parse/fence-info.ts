/** The line after the three backticks: a language, then words and key="value" pairs. */
import type { FaultSink } from '../fault.ts';
import { didYouMean } from '../suggest.ts';

export interface FenceInfo {
  readonly lang: string;
  readonly title?: string;
  readonly why?: string;
  readonly side?: 'bad' | 'good';
  readonly setup: boolean;
  readonly run?: { readonly by: string } | { readonly not: string };
}

/** What runs a language when the fence says no more than `run`. */
const RUNNERS: Readonly<Record<string, string>> = {
  js: 'node',
  ts: 'node',
  python: 'python',
  sql: 'sqlite',
  sh: 'sh',
  php: 'php',
  go: 'go',
  java: 'java',
  csharp: 'mono',
};
const SQL_RUNNERS = ['sqlite', 'postgres'];
const WORDS = ['run', 'norun', 'title', 'bad', 'good', 'why', 'setup'] as const;
type Word = (typeof WORDS)[number];
const NEEDS_VALUE: readonly Word[] = ['norun', 'title', 'why'];
const TAKES_NONE: readonly Word[] = ['bad', 'good', 'setup'];

const LANGUAGE = /^[a-z][a-z0-9+#-]{0,19}$/;
const ATTRIBUTE = /([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?/gy;

type Words = Partial<Record<Word, string | true>>;

/** Reads a fence's info line; undefined after a fault. */
export function readFenceInfo(info: string, line: number, sink: FaultSink): FenceInfo | undefined {
  const text = info.trim().slice(0, 600);
  const lang = /^\S*/.exec(text)?.[0] ?? '';
  if (!LANGUAGE.test(lang)) {
    const what = lang === '' ? 'The fence names no language' : `The fence's language is "${lang.slice(0, 30)}"`;
    sink.add(line, what, 'Write ```js title="What it shows"; `text` where there is no language.');
    return undefined;
  }
  const before = sink.faults.length;
  const words = readWords(text.slice(lang.length), line, sink);
  const run = readRun(lang, words, line, sink);
  if (words.bad && words.good) sink.add(line, 'A fence is both bad and good', 'Write two fences, the bad one first.');
  if (sink.faults.length > before) return undefined;
  return { lang, setup: words.setup === true, ...readTexts(words), ...(run && { run }) };
}

function readTexts({ title, why, bad, good }: Words): Pick<FenceInfo, 'title' | 'why' | 'side'> {
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof why === 'string' && { why }),
    ...(bad && { side: 'bad' as const }),
    ...(good && { side: 'good' as const }),
  };
}

function readWords(text: string, line: number, sink: FaultSink): Words {
  const words: Words = {};
  let rest = text.trim();
  while (rest !== '') {
    ATTRIBUTE.lastIndex = 0;
    const match = ATTRIBUTE.exec(rest);
    if (!match) {
      sink.add(
        line,
        `The fence's line cannot be read from: ${rest.slice(0, 40)}`,
        'Write key="value" with straight quotes.',
      );
      break;
    }
    rest = rest.slice(match[0].length).trimStart();
    addWord(words, match[1] ?? '', match[2]?.replace(/\\(.)/g, '$1') ?? match[3], line, sink);
  }
  return words;
}

function addWord(words: Words, name: string, value: string | undefined, line: number, sink: FaultSink): void {
  const word = WORDS.find((known) => known === name);
  if (word === undefined) {
    sink.add(
      line,
      `The fence says "${name.slice(0, 30)}"`,
      `${didYouMean(name, WORDS)}A fence may say ${WORDS.join(', ')}.`,
    );
  } else if (words[word] !== undefined) {
    sink.add(line, `The fence says ${word} twice`, 'Say it once.');
  } else if (NEEDS_VALUE.includes(word) && (value === undefined || value.trim() === '')) {
    sink.add(line, `The fence's ${word} has no value`, `Write ${word}="…".`);
  } else if (TAKES_NONE.includes(word) && value !== undefined) {
    sink.add(line, `The fence's ${word} has a value`, `Write ${word} alone.`);
  } else {
    words[word] = value?.trim() ?? true;
  }
}

function readRun(lang: string, words: Words, line: number, sink: FaultSink): FenceInfo['run'] {
  const { run, norun } = words;
  if (run !== undefined && norun !== undefined) {
    sink.add(line, 'The fence says run and norun', 'Keep the one that is true.');
    return undefined;
  }
  if (typeof norun === 'string') return { not: norun };
  if (run === undefined) return undefined;
  if (typeof run === 'string') {
    if (lang === 'sql' && SQL_RUNNERS.includes(run)) return { by: run };
    sink.add(line, `The fence says run=${run.slice(0, 20)}`, 'Write run; sql may also say run=postgres.');
    return undefined;
  }
  const by = RUNNERS[lang];
  if (by === undefined) sink.add(line, `${lang} does not run here`, 'Write norun="why" in place of run.');
  return by === undefined ? undefined : { by };
}
