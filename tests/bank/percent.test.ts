/** Shares are written in one way: in the app, in its words for people, in the README. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { percentOf } from '#bank/percent.ts';

test('a share has its sign without a blank, and a tenth only where it is asked for', () => {
  expect([percentOf(0.6), percentOf(1), percentOf(0.0649)]).toEqual(['60%', '100%', '6%']);
  expect(percentOf(0.0649, true)).toBe('6.5%');
});

test('no source and no document writes a blank before the sign', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
  const files = ['README.md', 'CHANGELOG.md', 'public/schema/backup-v1.json', ...sources.map((name) => `src/${name}`)];
  expect(files.length).toBeGreaterThan(400);
  const wrong = files.filter((file) => /[\d}][ \u00A0\u202F]%/u.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});
