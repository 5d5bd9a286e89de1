/** Every sentence of an item that a person reads as prose, with its line; code is left out. */
import type { Inline } from '../blocks.ts';
import type { Item } from '../item.ts';
import { blocksOf } from '../layers.ts';
import type { KeyPath, ParsedItem } from '../parsed.ts';
import { walkBlocks } from '../walk.ts';

export interface Prose {
  readonly text: string;
  readonly line: number;
  readonly part: 'title' | 'key' | 'heading' | 'text';
}

/** What stands for a run of code, so that words on both sides stay apart and no rule takes it for a word. */
const CODE = '`';

export function proseOf(parsed: ParsedItem): Prose[] {
  const found: Prose[] = [{ text: withoutCode(parsed.item.title), line: parsed.lineOfBlock(undefined), part: 'title' }];
  for (const [path, text] of keyTexts(parsed.item)) {
    if (text !== undefined) found.push({ text: withoutCode(text), line: parsed.lineOfKey(path), part: 'key' });
  }
  walkBlocks(blocksOf(parsed.item), (block) => {
    const line = parsed.lineOfBlock(block);
    if (block.t === 'p' || block.t === 'h') {
      found.push({ text: proseRuns(block.c), line, part: block.t === 'h' ? 'heading' : 'text' });
    } else if (block.t === 'table') {
      for (const cell of [block.head, ...block.rows].flat()) found.push({ text: proseRuns(cell), line, part: 'text' });
    } else if (block.t === 'callout' && block.title !== undefined) {
      found.push({ text: withoutCode(block.title), line, part: 'heading' });
    }
  });
  return found;
}

function proseRuns(runs: readonly Inline[]): string {
  return runs.map(proseRun).join('');
}

function proseRun(run: Inline): string {
  if (typeof run === 'string') return run;
  if (run.t === 'code') return CODE;
  return run.t === 'br' ? ' ' : proseRuns(run.c);
}

function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`/g, CODE);
}

type KeyText = readonly [KeyPath, string | undefined];

function keyTexts(item: Item): KeyText[] {
  switch (item.type) {
    case 'question':
      return [
        [['hint'], item.hint],
        [['phrase'], item.phrase],
        ...item.keyPoints.flatMap(({ text, prompt }, i): KeyText[] => [
          [['keyPoints', i, 'text'], text],
          [['keyPoints', i, 'prompt'], prompt],
        ]),
        ...followUpTexts(item.followUps),
      ];
    case 'error':
      return followUpTexts(item.followUps);
    case 'path':
      return item.stages.flatMap(({ title, goal, milestone }, i): KeyText[] => [
        [['stages', i, 'title'], title],
        [['stages', i, 'goal'], goal],
        [['stages', i, 'milestone'], milestone],
      ]);
    default:
      return [];
  }
}

function followUpTexts(followUps: readonly { readonly ask: string; readonly answer?: string }[]): KeyText[] {
  return followUps.flatMap(({ ask, answer }, i): KeyText[] => [
    [['followUps', i, 'ask'], ask],
    [['followUps', i, 'answer'], answer],
  ]);
}
