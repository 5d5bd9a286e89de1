/** What the bank covers: a table of domain × kind × tier. */
import type { Item, ItemKind } from '#bank/item.ts';
import type { ParsedPack } from '#bank/parsed.ts';
import { TIERS } from '#bank/tier.ts';

const KINDS: readonly ItemKind[] = ['question', 'error', 'snippet', 'sheet'];

/** The table as text; paths, which have no topic, are counted below it. */
export function coverageTable(pack: ParsedPack): string {
  const items = pack.items.map(({ item }) => item);
  const placed = items.flatMap((item) => (item.type === 'path' ? [] : [item]));
  const rows = (pack.head?.head.domains ?? []).flatMap((domain) => {
    const ofDomain = placed.filter((item) => item.topic.startsWith(`${domain.id}/`));
    return KINDS.flatMap((kind) => row(domain.title, kind, ofDomain));
  });
  const head = ['domain', 'kind', ...TIERS, 'all'];
  const total = [
    'all',
    '',
    ...TIERS.map((tier) => String(placed.filter((item) => item.tier === tier).length)),
    String(placed.length),
  ];
  const paths = items.length - placed.length;
  return `\n${layOut([head, ...rows, total])}\npaths: ${paths}\n`;
}

type Placed = Exclude<Item, { type: 'path' }>;

function row(title: string, kind: ItemKind, items: readonly Placed[]): string[][] {
  const ofKind = items.filter((item) => item.type === kind);
  if (ofKind.length === 0) return [];
  const counts = TIERS.map((tier) => ofKind.filter((item) => item.tier === tier).length);
  return [[title, kind, ...counts.map(String), String(ofKind.length)]];
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  const pad = (cell: string, i: number) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0));
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n');
}

const BEGIN = '<!-- what the bank covers: npm run bank -- --readme -->';
const END = '<!-- end -->';

/** A README with the counts of the bank between its marks. @throws RangeError where it has no such marks */
export function withCoverage(readme: string, pack: ParsedPack): string {
  const [before, rest] = readme.split(`${BEGIN}\n`);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new RangeError('The README has no place for what the bank covers');
  return `${before}${BEGIN}\n${coverageMarkdown(pack)}\n${END}${after}`;
}

/** A line a domain: questions by tier, then what one looks up. */
function coverageMarkdown(pack: ParsedPack): string {
  const items = pack.items.map(({ item }) => item);
  const placed = items.flatMap((item) => (item.type === 'path' ? [] : [item]));
  const rows = (pack.head?.head.domains ?? []).map((domain) => [
    domain.title,
    ...countsOf(placed.filter((item) => item.topic.startsWith(`${domain.id}/`))),
  ]);
  const head = ['', ...TIERS, 'questions', 'errors', 'snippets', 'sheets'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|---|${'--:|'.repeat(head.length - 1)}`;
  const body = [...rows, ['**All**', ...countsOf(placed)]].map(line);
  return [line(head), rule, ...body, '', `Paths: ${items.length - placed.length}.`].join('\n');
}

function countsOf(items: readonly Placed[]): string[] {
  const [questions = [], ...others] = KINDS.map((kind) => items.filter(({ type }) => type === kind));
  const tiers = TIERS.map((tier) => questions.filter((item) => item.tier === tier).length);
  return [...tiers, questions.length, ...others.map(({ length }) => length)].map(String);
}
