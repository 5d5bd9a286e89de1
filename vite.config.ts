import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { chunkGroups, compileAheadPlugin } from './.scripts/chunks.mjs';
import { cspPlugin } from './.scripts/csp.mjs';
import { stagesPlugin } from './.scripts/stages.mjs';
import { bankPlugin } from './data/vite-plugin-bank.ts';
import { precachePlugin } from './src/app/sw/precache-plugin.ts';

/** Unit tests read the bank's sources themselves. */
const testing = process.env['VITEST'] !== undefined;

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const PAGES = ['tests/{app,pages,ui}/**/*.test.{ts,tsx}'];
const OTHERS = ['tests/e2e/**', 'tests/bench/**'];

export default defineConfig({
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    testing ? null : bankPlugin('data/builtin'),
    cspPlugin(),
    stagesPlugin(),
    compileAheadPlugin(),
    precachePlugin(),
  ],
  // The build without code for browsers that this app does not run in anyway.
  resolve: { alias: testing ? [] : [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    // The oldest that know `light-dark()`, which the themes are made of (spring of 2024).
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The content policy allows no inlined script, style or font.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A page's own list of pieces stands in the first load, two kilobytes for all pages. Each piece names what it needs, and
      // from the offline store that is there at once; style sheets have no other way to be known.
      resolveDependencies: (_, pieces, { hostType }) =>
        hostType === 'html' ? pieces : pieces.filter((piece) => piece.endsWith('.css')),
    },
    reportCompressedSize: false,
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups: chunkGroups() } } },
  },
  test: {
    setupFiles: ['tests/support/setup.ts'],
    // No test measures time: what takes longer hangs, or the machine has other work.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    // One less than there are processors is what it takes by itself, which is one of two.
    maxWorkers: '100%',
    projects: [
      // Where there is no page a file leaves nothing behind in what it imports: the next need not import that again.
      {
        extends: true,
        test: { name: 'core', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...PAGES, ...OTHERS], isolate: false },
      },
      { extends: true, test: { name: 'pages', include: PAGES, exclude: OTHERS } },
    ],
  },
});
