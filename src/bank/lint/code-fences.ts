import type { Block, Code } from '../blocks.ts';
import type { Fault } from '../fault.ts';
import { blocksOf } from '../layers.ts';
import { didYouMean } from '../suggest.ts';
import { walkBlocks } from '../walk.ts';
import { faultAt, type LintBank, type Rule } from './rule.ts';

/** Languages of which a fence says whether it runs. */
const RUNNABLE = ['js', 'ts', 'tsx', 'python', 'sql', 'sh', 'php', 'go', 'java', 'csharp', 'vb'];
const OTHERS = ['http', 'json', 'yaml', 'toml', 'ini', 'nginx', 'xml', 'html', 'css', 'diff', 'text'];
const LANGUAGES = [...RUNNABLE, ...OTHERS];
const COLUMNS = 72;

/** Code fits a phone, says whether it runs, and is in a language that can be highlighted. */
export const codeFences: Rule = { name: 'code-fences', level: 'error', check };

function check(bank: LintBank): Fault[] {
  return bank.items.flatMap((parsed) => {
    const faults: Fault[] = [];
    const lines = parsed.item.type === 'snippet' ? 60 : 25;
    walkBlocks(blocksOf(parsed.item), (block) => {
      for (const code of codesOf(block)) {
        const line = parsed.lineOfBlock(code);
        for (const [what, remedy] of judge(code, lines)) faults.push(faultAt(parsed, line, what, remedy));
      }
    });
    return faults;
  });
}

function codesOf(block: Block): readonly Code[] {
  if (block.t === 'pair') return [block.bad, block.good];
  return block.t === 'code' ? [block] : [];
}

function* judge(code: Code, mostLines: number): Generator<[string, string]> {
  const rows = code.lines.map((line) => line.join(''));
  if (!LANGUAGES.includes(code.lang)) {
    yield [
      `The fence's language is "${code.lang}"`,
      `${didYouMean(code.lang, LANGUAGES)}Use one of: ${LANGUAGES.join(', ')}.`,
    ];
  }
  if (RUNNABLE.includes(code.lang) && code.run === undefined) {
    yield [`The ${code.lang} fence does not say whether it runs`, 'Write run, or norun="why".'];
  }
  if (rows.every((row) => row.trim() === '')) yield ['The fence is empty', 'Write its code or remove it.'];
  if (rows.length > mostLines) yield [`The fence has ${rows.length} lines`, `Keep it to ${mostLines}.`];
  const wide = rows.findIndex((row) => row.length > COLUMNS);
  if (wide >= 0) {
    yield [
      `Line ${wide + 1} of the fence has ${rows[wide]?.length ?? 0} columns`,
      `Keep code to ${COLUMNS}; break the line.`,
    ];
  }
}
