/** Texts of one line (titles, key points, prompts, cells of a timeline) are plain strings that may mark `code` with backticks. */
import type { Inline } from './blocks.ts';

/** A one-line text as runs: backticked parts become code, all else stays a string. An unpaired backtick stands for itself. */
export function inlinesOf(text: string): readonly Inline[] {
  const parts = text.split('`');
  if (parts.length % 2 === 0) {
    const last = parts.pop() ?? '';
    parts.push(`${parts.pop() ?? ''}\`${last}`);
  }
  const runs = parts.map((part, i): Inline => (i % 2 === 0 ? part : { t: 'code', text: part }));
  return runs.filter((run) => run !== '');
}

/** The text without the marks: what is searched, counted and read aloud. */
export function plainOf(runs: readonly Inline[]): string {
  return runs.map(plainRun).join('');
}

function plainRun(run: Inline): string {
  if (typeof run === 'string') return run;
  if (run.t === 'code') return run.text;
  return run.t === 'br' ? ' ' : plainOf(run.c);
}
