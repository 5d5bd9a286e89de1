/** Highlights code when the bank is built, so that the app ships no highlighter: each token gets a class letter of `blocks.ts`. */
import { type BundledLanguage, createHighlighter, type Highlighter, type ThemeRegistrationRaw } from 'shiki';
import type { Block, Code, CodeToken } from '#bank/blocks.ts';
import type { Item } from '#bank/item.ts';
import { mapBlocks } from '#bank/layers.ts';

/** Fence language → grammar. What is not here stays plain. */
const GRAMMARS: Readonly<Record<string, BundledLanguage>> = {
  js: 'javascript',
  ts: 'typescript',
  tsx: 'tsx',
  python: 'python',
  sql: 'sql',
  sh: 'shellscript',
  php: 'php',
  go: 'go',
  java: 'java',
  csharp: 'csharp',
  vb: 'vb',
  http: 'http',
  json: 'json',
  yaml: 'yaml',
  toml: 'toml',
  ini: 'ini',
  nginx: 'nginx',
  xml: 'xml',
  html: 'html',
  css: 'css',
  diff: 'diff',
};

/** Class letter → TextMate scopes. A later row wins where two fit equally well. */
const SCOPES: readonly (readonly [cls: string, scopes: string])[] = [
  ['p', 'punctuation, meta.brace, meta.delimiter'],
  ['v', 'variable.parameter, variable.other.normal.shell, variable.other.assignment.shell, variable.other.php'],
  ['v', 'meta.object-literal.key, support.type.property-name, punctuation.support.type.property-name'],
  ['v', 'entity.other.attribute-name, keyword.other.definition.ini, entity.name.tag.yaml, entity.name.header'],
  ['t', 'entity.name.type, entity.name.class, support.type, support.class, entity.other.inherited-class'],
  ['t', 'entity.name.tag, entity.name.namespace, entity.name.section, storage.type.java, storage.type.cs'],
  ['f', 'entity.name.function, support.function, entity.name.command, meta.function-call.generic'],
  ['n', 'constant, support.constant, constant.numeric, keyword.other.unit, variable.language'],
  ['k', 'keyword, storage, keyword.control, storage.type, storage.modifier'],
  ['p', 'keyword.operator, storage.type.function.arrow'],
  ['k', 'keyword.operator.expression, keyword.operator.logical.python, keyword.operator.word, keyword.operator.new'],
  ['s', 'string, punctuation.definition.string, constant.character.escape, string.regexp'],
  ['c', 'comment, punctuation.definition.comment'],
  ['i', 'markup.inserted, punctuation.definition.inserted'],
  ['d', 'markup.deleted, punctuation.definition.deleted'],
];

// The theme's colours are not colours: their last two digits are the class letter's character code.
const colourOf = (cls: string) => `#0000${cls.charCodeAt(0).toString(16)}`;

const theme: ThemeRegistrationRaw = {
  name: 'bank-classes',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: SCOPES.map(([cls, scope]) => ({ scope, settings: { foreground: colourOf(cls) } })),
};

let shared: Promise<Highlighter> | undefined;

function highlighter(): Promise<Highlighter> {
  shared ??= createHighlighter({ themes: [theme], langs: [...new Set(Object.values(GRAMMARS))] });
  return shared;
}

/** The item with every code block highlighted. */
export async function highlightItem(item: Item): Promise<Item> {
  const shiki = await highlighter();
  return mapBlocks(item, (blocks) => blocks.map((block) => highlightBlock(shiki, block)));
}

function highlightBlock(shiki: Highlighter, block: Block): Block {
  const inside = (blocks: readonly Block[]) => blocks.map((inner) => highlightBlock(shiki, inner));
  switch (block.t) {
    case 'ul':
    case 'ol':
      return { ...block, items: block.items.map(inside) };
    case 'quote':
    case 'callout':
      return { ...block, c: inside(block.c) };
    case 'code':
      return { ...block, lines: highlightCode(shiki, block) };
    case 'pair': {
      const { bad, good } = block;
      return {
        t: 'pair',
        bad: { ...bad, lines: highlightCode(shiki, bad) },
        good: { ...good, lines: highlightCode(shiki, good) },
      };
    }
    default:
      return block;
  }
}

function highlightCode(shiki: Highlighter, { lang, lines }: Code): Code['lines'] {
  const grammar = GRAMMARS[lang];
  if (grammar === undefined) return lines;
  const text = lines.map((line) => line.join('')).join('\n');
  // PHP's grammar colours nothing outside its tags, and a fence that begins in the middle of a file has none.
  const context = lang === 'php' && !text.includes('<?') ? { grammarContextCode: '<?php ' } : {};
  const rows = shiki.codeToTokensBase(text, { lang: grammar, theme, ...context });
  return rows.map((row) => mergeTokens(row));
}

function mergeTokens(row: readonly { readonly content: string; readonly color?: string }[]): CodeToken[] {
  const merged: { cls: string; text: string }[] = [];
  for (const { content, color } of row) {
    const cls = classOf(color);
    const last = merged.at(-1);
    // Blanks have no colour of their own, so they join what stands before them.
    if (last && (last.cls === cls || content.trim() === '')) last.text += content;
    else if (last && last.text.trim() === '') merged[merged.length - 1] = { cls, text: last.text + content };
    else merged.push({ cls, text: content });
  }
  return merged.filter(({ text }) => text !== '').map(({ cls, text }) => (cls === '' ? text : [cls, text]));
}

function classOf(colour: string | undefined): string {
  const code = Number.parseInt((colour ?? '').slice(5, 7), 16);
  return Number.isNaN(code) || code === 0 ? '' : String.fromCharCode(code);
}
