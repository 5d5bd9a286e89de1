/** One Markdown file → one item, or everything that is wrong with it. Shared by the build and the running app. */
import { collectFaults, compareFaults, type Fault, type FaultSink } from '../fault.ts';
import type { Item, ItemKind } from '../item.ts';
import type { ParsedItem } from '../parsed.ts';
import { didYouMean } from '../suggest.ts';
import { assembleError, assemblePath, assembleQuestion, assembleSheet, assembleSnippet } from './assemble.ts';
import { type Front, readYaml, splitFile } from './front-matter.ts';
import { type Body, readBody } from './read-body.ts';

export type ParseResult =
  { readonly ok: true; readonly parsed: ParsedItem } | { readonly ok: false; readonly faults: readonly Fault[] };

/** First folder of a file's path → kind of its items. */
const KIND_FOLDERS: Readonly<Record<string, ItemKind>> = {
  questions: 'question',
  errors: 'error',
  snippets: 'snippet',
  sheets: 'sheet',
  paths: 'path',
};

/**
 * Parses one file. Never throws, whatever the text.
 * @param text the whole file
 * @param file its path inside the pack with forward slashes; the first folder decides the kind
 */
export function parseItem(text: string, file: string): ParseResult {
  const sink = collectFaults(file);
  const parsed = readItem(text, file, sink);
  if (parsed && sink.faults.length === 0) return { ok: true, parsed };
  return { ok: false, faults: [...sink.faults].sort(compareFaults) };
}

function readItem(text: string, file: string, sink: FaultSink): ParsedItem | undefined {
  const folder = file.split('/')[0] ?? '';
  const kind = Object.hasOwn(KIND_FOLDERS, folder) ? KIND_FOLDERS[folder] : undefined;
  if (kind === undefined) {
    const folders = Object.keys(KIND_FOLDERS);
    sink.add(
      1,
      `The folder "${folder}" names no kind of item`,
      `${didYouMean(folder, folders)}Use ${folders.join(', ')}.`,
    );
    return undefined;
  }
  const split = splitFile(text, sink);
  if (!split) return undefined;
  const front = readYaml(split.front, 2, sink);
  const body = readBody(split.body, split.bodyLine, kind === 'sheet' || kind === 'path', sink);
  const item = front && assemble(kind, front, body, file, sink);
  if (!item) return undefined;
  return {
    item: { ...item, title: body.title, file },
    programs: body.programs,
    lineOfKey: (path) => front.line(path),
    lineOfBlock: (block) => (block && body.lines.get(block)) ?? body.titleLine,
  };
}

const ASSEMBLERS = {
  question: assembleQuestion,
  error: assembleError,
  snippet: assembleSnippet,
  sheet: assembleSheet,
  path: assemblePath,
} as const;

function assemble(kind: ItemKind, front: Front, body: Body, file: string, sink: FaultSink): Item | undefined {
  return ASSEMBLERS[kind](front, body, file, sink);
}
