/** What parsing leaves behind beside the items: places in the files for faults, and programs for the tests to run. */
import type { Fault } from './fault.ts';
import type { PackHead } from './head.ts';
import type { Item } from './item.ts';

/** Keys and list positions from the top of the front matter to a value. */
export type KeyPath = readonly (string | number)[];

/** A fence that the test suite runs, with the setup fences that stand before it. */
export interface Program {
  /** Line of the shown fence. */
  readonly line: number;
  readonly title: string;
  readonly lang: string;
  /** What runs it: `node`, `python`, `sqlite`, `postgres`, `sh`, `php`, `go`, `java`, `mono`. */
  readonly by: string;
  readonly code: string;
  /** What it must print, without trailing blank lines. */
  readonly output?: string;
}

/** An item with the places in its file that faults and tests need. */
export interface ParsedItem {
  readonly item: Item;
  readonly programs: readonly Program[];
  /** Line of a key of the front matter, or of its nearest ancestor that exists. */
  lineOfKey(path: KeyPath): number;
  /** Line of a block, of a half of a pair; of the title for anything else. */
  lineOfBlock(block: object | undefined): number;
}

export interface ParsedHead {
  readonly head: PackHead;
  lineOfKey(path: KeyPath): number;
}

export interface ParsedPack {
  /** Undefined when `pack.yaml` is missing or faulty. */
  readonly head: ParsedHead | undefined;
  readonly items: readonly ParsedItem[];
  /** Of every file, by file and line. */
  readonly faults: readonly Fault[];
}
