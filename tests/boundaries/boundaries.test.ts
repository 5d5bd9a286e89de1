/**
 * A checker that looks at nothing also goes green. So each room gets a file with imports that it may not have and one with
 * imports that it may, in a copy, and the project's own rules have to tell them apart.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Room {
  readonly room: string;
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
  /** Part of the message that a forbidden import gets. */
  readonly says: string;
}

/** What no room of the core may import. */
const OUTSIDE_CORE = [
  'react',
  'dexie',
  'zustand',
  'workbox-window',
  '#storage/database.ts',
  '#ui/button.tsx',
  '#app/boot.ts',
];

const ROOMS: readonly Room[] = [
  {
    room: 'bank',
    allowed: ['./item.ts', 'valibot'],
    forbidden: [...OUTSIDE_CORE, '#memory/grade.ts', '#review/event.ts', '../memory/grade.ts', 'ts-fsrs'],
    says: 'bank/ knows no other room',
  },
  {
    room: 'memory',
    allowed: ['./grade.ts', 'ts-fsrs'],
    forbidden: [...OUTSIDE_CORE, '#bank/item.ts', '#review/event.ts', 'fsrs.js', 'valibot'],
    says: 'memory/ knows no other room',
  },
  {
    room: 'review',
    allowed: ['./event.ts', '#bank/item.ts', '#memory/grade.ts', 'valibot'],
    forbidden: [...OUTSIDE_CORE, '#plan/pace.ts', '#mock/draw.ts', '../storage/database.ts', 'ts-fsrs'],
    says: 'review/ may import bank/ and memory/',
  },
  ...['plan', 'mock', 'progress'].map((room) => ({
    room,
    allowed: ['./own.ts', '#bank/item.ts', '#memory/grade.ts', '#review/event.ts'],
    forbidden: [...OUTSIDE_CORE, '#search/rank.ts', '#exchange/backup.ts', 'valibot', 'fuse.js'],
    says: 'plan/, mock/ and progress/ may import',
  })),
  {
    room: 'search',
    allowed: ['./own.ts', '#bank/item.ts', 'fuse.js'],
    forbidden: [...OUTSIDE_CORE, '#review/event.ts', '#memory/grade.ts'],
    says: 'search/ may import bank/ and fuse.js',
  },
  {
    room: 'exchange',
    allowed: [
      './own.ts',
      '#bank/item.ts',
      '#memory/grade.ts',
      '#review/event.ts',
      '#plan/campaign.ts',
      '#mock/story.ts',
      'valibot',
      'qr',
    ],
    forbidden: [...OUTSIDE_CORE, '#search/rank.ts', 'fuse.js'],
    says: 'exchange/ may import bank/, memory/, review/, plan/ and mock/',
  },
  {
    room: 'storage',
    allowed: ['./own.ts', '#bank/item.ts', '#exchange/backup.ts', 'dexie', 'dexie-react-hooks'],
    forbidden: ['#ui/button.tsx', '#pages/today/page.tsx', '#app/boot.ts', 'zustand', 'react-router'],
    says: 'storage/ may import the core',
  },
  {
    room: 'ui',
    allowed: ['./own.tsx', 'react', './own.module.css'],
    forbidden: ['#bank/item.ts', '#storage/database.ts', '#pages/today/page.tsx', 'zustand', 'react-router', 'dexie'],
    says: 'ui/ knows no domain',
  },
  {
    room: 'pages/today',
    allowed: [
      './own.ts',
      '#bank/item.ts',
      '#storage/database.ts',
      '#ui/button.tsx',
      'react',
      'react-router',
      'zustand',
    ],
    forbidden: ['#app/boot.ts', '../../app/boot.ts', 'dexie', 'ts-fsrs', 'workbox-window'],
    says: 'pages/ may import every room but app/',
  },
];
const CORE = ['bank', 'memory', 'review', 'plan', 'mock', 'progress', 'search', 'exchange'];

const ROOT = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

let copy = '';
/** Messages of the linter by file, one string a line of the file. */
let messages: Map<string, Map<number, string>>;

/** One import a line. */
function importing(specifiers: readonly string[]): string {
  return specifiers.map((specifier, i) => `import * as i${i} from '${specifier}';\n`).join('');
}

async function write(file: string, text: string): Promise<void> {
  const target = path.join(copy, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** What a command prints, whether it is pleased or not. */
async function printed(file: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(process.execPath, [path.join(ROOT, 'node_modules', file), ...args], { cwd: copy })).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

interface Diagnostic {
  readonly message: string;
  readonly help?: string;
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

async function lintCopy(): Promise<Map<string, Map<number, string>>> {
  const output = await printed('oxlint/bin/oxlint', ['-c', '.oxlintrc.json', '--format', 'json', 'src']);
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Diagnostic[] };
  const found = new Map<string, Map<number, string>>();
  for (const { code, filename, message, help, labels } of diagnostics) {
    if (!/no-restricted/.test(code)) continue;
    const file = path.relative(copy, path.resolve(copy, filename)).replaceAll(path.sep, '/');
    const lines = found.get(file) ?? new Map<number, string>();
    lines.set(labels[0]?.span.line ?? 0, `${message} ${help ?? ''}`);
    found.set(file, lines);
  }
  return found;
}

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'lamplight-boundaries-'));
  await cp(path.join(ROOT, '.oxlintrc.json'), path.join(copy, '.oxlintrc.json'));
  for (const { room, allowed, forbidden } of ROOMS) {
    await write(`src/${room}/allowed.ts`, importing(allowed));
    await write(`src/${room}/forbidden.ts`, importing(forbidden));
  }
  for (const room of CORE) {
    const uses = ['Date.now()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'];
    await write(`src/${room}/clock.ts`, uses.map((use, i) => `export const i${i} = ${use};\n`).join(''));
  }
  messages = await lintCopy();
}, 30_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

describe.each(ROOMS)('$room', ({ room, allowed, forbidden, says }) => {
  test('may import what it needs', () => {
    expect(allowed.length).toBeGreaterThan(0);
    expect(messages.get(`src/${room}/allowed.ts`)).toBeUndefined();
  });

  test.each(forbidden.map((specifier, i) => ({ specifier, line: i + 1 })))(
    'may not import $specifier, and says so',
    ({ line }) => {
      expect(messages.get(`src/${room}/forbidden.ts`)?.get(line)).toContain(says);
    },
  );
});

describe.each(CORE)('%s, being core,', (room) => {
  test('has neither clock nor chance', () => {
    const lines = messages.get(`src/${room}/clock.ts`);
    for (const [line, what] of ['no clock', 'no randomness', 'no clock', 'no randomness'].entries()) {
      expect(lines?.get(line + 1)).toContain(`The core has ${what}`);
    }
  });
});

test('the core compiles without the DOM, timers and Node', async () => {
  const names = ['document', 'window', 'localStorage', 'indexedDB', 'navigator', 'fetch', 'setTimeout', 'process'];
  await write('src/bank/dom.ts', names.map((name, i) => `export const i${i}: unknown = ${name};\n`).join(''));
  await write('src/bank/plain.ts', 'export const sum = [1, 2].map((n) => Math.sqrt(n)).toSorted();\n');
  const config = { extends: path.join(ROOT, 'tsconfig.core.json'), include: ['src/bank/dom.ts', 'src/bank/plain.ts'] };
  await write('tsconfig.json', JSON.stringify(config));
  const output = await printed('typescript/bin/tsc', ['-p', 'tsconfig.json', '--pretty', 'false']);
  const lines = output.split('\n');
  const missed = names.filter(
    (name, i) => !lines.some((line) => line.includes(`dom.ts(${i + 1},`) && line.includes(`'${name}'`)),
  );
  expect(missed).toEqual([]);
  expect(output).not.toContain('plain.ts');
}, 30_000);

test('the core makes no date of the present moment, which no lint rule can forbid', async () => {
  const present = /\bnew Date\(\s*\)|[^.\w]Date\(\s*\)/;
  expect('const now = new Date();').toMatch(present);
  const asking: string[] = [];
  for (const room of CORE) {
    const folder = path.join(ROOT, 'src', room);
    for (const file of await readdir(folder, { recursive: true }).catch(() => [])) {
      if (file.endsWith('.ts') && present.test(await readFile(path.join(folder, file), 'utf8'))) asking.push(file);
    }
  }
  expect(asking).toEqual([]);
});
