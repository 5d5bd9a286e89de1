/** Fences → code blocks, good/bad pairs and figures; joins outputs, setups and the halves of a pair. */
import type { Block, Code } from '../blocks.ts';
import type { BodyReader } from './body-reader.ts';
import { type FenceInfo, readFenceInfo } from './fence-info.ts';
import { readFlow, readTimeline } from './figures.ts';
import { LIMITS } from './limits.ts';

/** A fence as it stands, before its neighbours are joined to it. */
export interface RawFence {
  readonly line: number;
  readonly info: FenceInfo;
  /** Without the last line end. */
  readonly text: string;
}

type CodeFence = RawFence & { readonly setup: readonly string[]; readonly output?: string };

export function readFence(reader: BodyReader, info: string, content: string, line: number): RawFence | undefined {
  const parsed = readFenceInfo(info, line, reader.sink);
  const text = content.replace(/\n$/, '');
  const rows = text.split('\n');
  if (rows.length > LIMITS.codeLines || rows.some((row) => row.length > LIMITS.codeColumns)) {
    reader.sink.add(
      line,
      'The fence is too large',
      `Keep it under ${LIMITS.codeLines} lines and ${LIMITS.codeColumns} columns.`,
    );
    return undefined;
  }
  return parsed && { line, info: parsed, text };
}

/** The blocks that a run of neighbouring fences makes. */
export function joinFences(reader: BodyReader, fences: readonly RawFence[]): Block[] {
  const shown = attachOutputs(reader, fences);
  const blocks: Block[] = [];
  for (let i = 0; i < shown.length; i += 1) {
    const fence = shown[i];
    const after = shown[i + 1];
    if (!fence) continue;
    if (fence.info.side === 'bad' && after?.info.side === 'good') {
      blocks.push(pairOf(reader, fence, after));
      i += 1;
    } else {
      blocks.push(...single(reader, fence));
    }
  }
  return blocks;
}

function isFigure({ info }: RawFence): boolean {
  return info.lang === 'timeline' || info.lang === 'flow';
}

/** Takes `output` and `setup` fences out of the run. */
function attachOutputs(reader: BodyReader, fences: readonly RawFence[]): CodeFence[] {
  const shown: CodeFence[] = [];
  let previous: RawFence | undefined;
  for (const fence of fences) {
    const last = shown.at(-1);
    if (fence.info.setup) {
      reader.setup.push({ lang: fence.info.lang, code: fence.text, line: fence.line });
    } else if (fence.info.lang !== 'output') {
      shown.push({ ...fence, setup: isFigure(fence) ? [] : takeSetup(reader, fence.info.lang) });
    } else if (last === undefined || previous?.info.lang === 'output' || previous?.info.setup) {
      reader.sink.add(
        fence.line,
        'The output has no code before it',
        'Put it directly under the fence that prints it.',
      );
    } else {
      shown[shown.length - 1] = { ...last, output: fence.text };
    }
    previous = fence;
  }
  return shown;
}

function single(reader: BodyReader, fence: CodeFence): Block[] {
  const { info, line, text } = fence;
  if (info.side !== undefined) {
    const remedy = 'Write two fences in a row: bad first, then good.';
    reader.sink.add(line, `The fence is ${info.side} without its counterpart`, remedy);
  }
  if (!isFigure(fence)) {
    const block: Block = { t: 'code', ...codeOf(reader, fence) };
    reader.lines.set(block, line);
    return [block];
  }
  const title = titleOf(reader, fence);
  const draw = info.lang === 'flow' ? readFlow : readTimeline;
  const block = draw(title, text, line + 1, reader.sink);
  reader.lines.set(block, line);
  return [block];
}

function pairOf(reader: BodyReader, first: CodeFence, second: CodeFence): Block {
  const half = (fence: CodeFence) => {
    if (fence.info.why === undefined) {
      reader.sink.add(fence.line, `The ${fence.info.side ?? ''} fence gives no reason`, 'Write why="…".');
    }
    const code = { ...codeOf(reader, fence), why: fence.info.why ?? '' };
    reader.lines.set(code, fence.line);
    return code;
  };
  const block: Block = { t: 'pair', bad: half(first), good: half(second) };
  reader.lines.set(block, first.line);
  return block;
}

function titleOf(reader: BodyReader, fence: CodeFence): string {
  const { title, lang } = fence.info;
  if (title === undefined)
    reader.sink.add(fence.line, `The ${lang} fence has no title`, 'Write title="What it shows".');
  return title ?? '';
}

function codeOf(reader: BodyReader, fence: CodeFence): Code {
  const { lang, run } = fence.info;
  const title = titleOf(reader, fence);
  if (fence.output !== undefined && run !== undefined && 'not' in run) {
    reader.sink.add(
      fence.line,
      'A fence that does not run has an output',
      'Let it run, or show the output as a `text` fence.',
    );
  }
  const output = fence.output?.trimEnd();
  if (run && 'by' in run) {
    const code = [...fence.setup, fence.text].join('\n');
    reader.programs.push({ line: fence.line, title, lang, by: run.by, code, ...(output !== undefined && { output }) });
  }
  const lines = fence.text.split('\n').map((row) => (row === '' ? [] : [row.trimEnd()]));
  return { lang, title, lines, ...(run && { run }), ...(output !== undefined && { output }) };
}

function takeSetup(reader: BodyReader, lang: string): string[] {
  const taken = reader.setup;
  reader.setup = [];
  for (const { lang: other, line } of taken) {
    if (other !== lang)
      reader.sink.add(line, `A ${other} setup stands before ${lang} code`, 'Write both in one language.');
  }
  return taken.map(({ code }) => code);
}
