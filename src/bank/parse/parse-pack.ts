/** A folder of files → a pack's head and items. The built-in bank and an imported pack go through this one door. */
import { collectFaults, compareFaults, type Fault } from '../fault.ts';
import type { ParsedHead, ParsedItem, ParsedPack } from '../parsed.ts';
import { checkFront } from './front-faults.ts';
import { readYaml } from './front-matter.ts';
import { packFront } from './front-schemas.ts';
import { parseItem } from './parse-item.ts';

export interface PackSource {
  /** Path inside the pack, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

const PACK_FILE = 'pack.yaml';

/** Parses `pack.yaml` and every `.md` file among the sources; other files are passed over. Never throws. */
export function parsePack(sources: readonly PackSource[]): ParsedPack {
  const faults: Fault[] = [];
  const items: ParsedItem[] = [];
  const yaml = sources.find(({ file }) => file === PACK_FILE);
  const head = parseHead(yaml?.text, faults);
  for (const { file, text } of sources) {
    if (!file.endsWith('.md')) continue;
    const result = parseItem(text, file);
    if (result.ok) items.push(result.parsed);
    else faults.push(...result.faults);
  }
  return { head, items, faults: faults.sort(compareFaults) };
}

function parseHead(text: string | undefined, faults: Fault[]): ParsedHead | undefined {
  const sink = collectFaults(PACK_FILE);
  if (text === undefined) sink.add(1, 'The pack has no pack.yaml', 'Write one with id, title, licence and domains.');
  const front = text === undefined ? undefined : readYaml(text, 1, sink);
  const head = front && checkFront(packFront, front, sink);
  faults.push(...sink.faults);
  return head && { head, lineOfKey: (path) => front.line(path) };
}
