/** Reads the tokens and computes the contrast of every pairing that the components use, by the formula of WCAG 2.2. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SHEET = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';
type Tokens = ReadonlyMap<string, Readonly<Record<Scheme, string>>>;

/** The colour pairs declared in the first rule whose selector is `selector`, from `from` on. */
function pairsOf(selector: string, from = 0): Tokens {
  const start = SHEET.indexOf(`${selector} {`, from);
  expect(start, `${selector} is in the sheet`).toBeGreaterThanOrEqual(0);
  const rule = SHEET.slice(start, SHEET.indexOf('}', start));
  const found = rule.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\);/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

const BASE = pairsOf(':root');
const CONTRAST = pairsOf(":root[data-theme^='contrast']");
const SYSTEM_CONTRAST = pairsOf(':root:not([data-theme])', SHEET.indexOf('prefers-contrast: more'));

interface Theme {
  readonly name: string;
  readonly scheme: Scheme;
  readonly tokens: Tokens;
  readonly text: number;
  readonly shape: number;
}

const HIGH: Tokens = new Map([...BASE, ...CONTRAST]);
const THEMES: readonly Theme[] = [
  { name: 'ink', scheme: 'dark', tokens: BASE, text: 4.5, shape: 3 },
  { name: 'paper', scheme: 'light', tokens: BASE, text: 4.5, shape: 3 },
  { name: 'contrast-dark', scheme: 'dark', tokens: HIGH, text: 7, shape: 4.5 },
  { name: 'contrast-light', scheme: 'light', tokens: HIGH, text: 7, shape: 4.5 },
];

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const byte = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5)];
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `color-mix(in srgb, one share, other)`. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return [0, 1, 2].map((at) => (one[at] ?? 0) * share + (other[at] ?? 0) * (1 - share)) as unknown as Rgb;
}

function colour({ tokens, scheme }: Theme, name: string): Rgb {
  const pair = tokens.get(name);
  if (pair === undefined) throw new Error(`There is no token --${name}.`);
  return rgb(pair[scheme]);
}

const GROUNDS = ['bg', 'surface', 'raised'];
const GRADES = ['again', 'hard', 'good', 'easy'];
const CODE = ['keyword', 'string', 'number', 'comment', 'function', 'type', 'inserted', 'deleted'];
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...['text', 'muted', 'lamp-text', ...GRADES].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['plum', 'surface'],
  ['on-lamp', 'lamp'],
  ['on-lamp', 'lamp-hover'],
  ...GRADES.map((grade) => ['on-grade', grade] as const),
  ...CODE.map((kind) => [`code-${kind}`, 'code-bg'] as const),
  ['text', 'code-bg'],
  ['muted', 'code-bg'],
  ['text', 'select'],
];
const SHAPES: readonly (readonly [shape: string, ground: string])[] = [
  ...['edge', 'lamp-edge', 'focus'].flatMap((shape) => GROUNDS.map((ground) => [shape, ground] as const)),
  ['on-lamp', 'lamp'],
  ['edge', 'code-bg'],
];

describe.each(THEMES)('$name', (theme) => {
  test.each(TEXTS)(`--%s can be read on --%s`, (text, ground) => {
    expect(ratio(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(theme.text);
  });

  test.each(SHAPES)('--%s stands out from --%s', (shape, ground) => {
    expect(ratio(colour(theme, shape), colour(theme, ground))).toBeGreaterThanOrEqual(theme.shape);
  });

  test.each(['lamp-text', 'again', 'hard', 'plum', 'easy', 'good'])(
    'a callout tinted with --%s can be read',
    (tint) => {
      const ground = mix(colour(theme, tint), colour(theme, 'surface'), 0.06);
      expect(ratio(colour(theme, tint), ground)).toBeGreaterThanOrEqual(theme.text);
      expect(ratio(colour(theme, 'text'), ground)).toBeGreaterThanOrEqual(theme.text);
    },
  );

  test.each(GRADES)('the button of --%s can be read under the pointer', (grade) => {
    const ground = mix(colour(theme, grade), colour(theme, 'surface'), 0.14);
    expect(ratio(colour(theme, grade), ground)).toBeGreaterThanOrEqual(theme.text);
    expect(ratio(colour(theme, 'muted'), ground)).toBeGreaterThanOrEqual(theme.text);
  });

  test('a lit window and a dark one differ', () => {
    expect(ratio(colour(theme, 'lit-high'), colour(theme, 'glass'))).toBeGreaterThanOrEqual(1.4);
  });
});

describe('the sheet', () => {
  test('gives the system’s wish for contrast the same colours as the theme of that name', () => {
    expect(CONTRAST.size).toBeGreaterThan(25);
    expect([...SYSTEM_CONTRAST]).toEqual([...CONTRAST]);
  });

  test('names in the contrast themes only what the ground themes name', () => {
    expect([...CONTRAST.keys()].filter((name) => !BASE.has(name))).toEqual([]);
  });
});
