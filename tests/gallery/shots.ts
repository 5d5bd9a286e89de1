/**
 * `npx tsx tests/gallery/shots.ts [page …] [--size=phone,desk] [--theme=ink,…]`: pictures of the gallery's pages in
 * test-results/gallery/, and a line for each page that is wider than its window or has an error in the console.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { PAGES } from './pages.ts';

const SIZES = { phone: [360, 740], desk: [1280, 800], narrow: [320, 640], tablet: [820, 1100] } as const;
const THEMES = ['ink', 'paper', 'contrast-dark', 'contrast-light'] as const;

const args = process.argv.slice(2);
const option = (name: string): string[] | undefined =>
  args
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.split('=')[1]
    ?.split(',');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const pages = PAGES.filter((page) => wanted.length === 0 || wanted.includes(page));
const sizes = Object.entries(SIZES).filter(([name]) => (option('size') ?? ['phone', 'desk']).includes(name));
const themes = THEMES.filter((theme) => (option('theme') ?? ['ink', 'paper', 'contrast-dark']).includes(theme));

const out = fileURLToPath(new URL('../../test-results/gallery/', import.meta.url));
mkdirSync(out, { recursive: true });

const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) });
await server.listen();
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath });
try {
  for (const [size, [width, height]] of sizes) {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: size === 'phone' });
    const tab = await context.newPage();
    for (const page of pages) {
      for (const theme of themes) {
        const faults: string[] = [];
        const note = (message: { type: () => string; text: () => string }) => {
          if (message.type() === 'error') faults.push(message.text());
        };
        tab.on('console', note);
        await tab.goto(`http://127.0.0.1:4310/?page=${page}&theme=${theme}`);
        await tab.waitForSelector('#main, [data-ready]');
        await tab.evaluate(() => document.fonts.ready);
        await tab.waitForTimeout(150);
        const wide = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wide > 0) faults.push(`${wide} px wider than the window`);
        await tab.screenshot({ path: `${out}${page}-${size}-${theme}.png`, fullPage: args.includes('--full') });
        tab.off('console', note);
        for (const fault of faults) console.log(`${page} ${size} ${theme}: ${fault}`);
      }
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
