/** What the readers of one file's body share. */
import type { FaultSink } from '../fault.ts';
import type { Program } from '../parsed.ts';
import type { Token } from './markdown.ts';

export interface BodyReader {
  readonly sink: FaultSink;
  /** Added to a token's 0-based line to give the line of the file. */
  readonly firstLine: number;
  /** Line of each block, of each half of a pair. */
  readonly lines: Map<object, number>;
  readonly programs: Program[];
  /** Setup fences that wait for the next fence of their section. */
  setup: { readonly lang: string; readonly code: string; readonly line: number }[];
  blocks: number;
}

export function tokenLine(reader: BodyReader, token: Token | undefined): number {
  return reader.firstLine + (token?.map?.[0] ?? 0);
}

/** The tokens between `tokens[start]`, an opening one, and its closing one, with the index after that. */
export function innerTokens(tokens: readonly Token[], start: number): { inner: readonly Token[]; next: number } {
  let depth = 0;
  for (let i = start; i < tokens.length; i += 1) {
    depth += tokens[i]?.nesting ?? 0;
    if (depth <= 0) return { inner: tokens.slice(start + 1, i), next: i + 1 };
  }
  return { inner: tokens.slice(start + 1), next: tokens.length };
}
