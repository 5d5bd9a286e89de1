/**
 * Weights by name as a text that stays short in a link: `sql,web/http/tls:2` is all of one domain, and two topics of another at
 * twice its weight. It names what is chosen, so that it means the same to every bank that has these topics.
 */
import type { Weights } from './settings.ts';

/** Something out of a text, and whether that is all that the text says. */
export interface Read<T> {
  readonly value: T;
  readonly whole: boolean;
}

/** More names, or longer ones, come from no bank: this one has some two hundred, which take less than 4,000 signs. */
const MOST_NAMES = 2000;
const LONGEST_TEXT = 60_000;
const MOST_WEIGHT = 1000;
const NAME = /^[^#\s/:,]{1,200}(?:\/[^#\s/:,]{1,200})?$/u;
const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;

/** Whole domains each by themselves; topics of one domain and one weight together. Read back, they give the same weights. */
export function weightsText(weights: Weights<string>): string {
  const groups = new Map<string, { readonly weight: number; readonly parts: string[] }>();
  for (const [name, weight = 0] of Object.entries(weights)) {
    const [domain = '', ...topics] = name.split('/');
    const key = `${domain} ${topics.length > 0} ${weight}`;
    const group = groups.get(key) ?? { weight, parts: [domain] };
    group.parts.push(...topics);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ weight, parts }) => (weight === 1 ? parts.join('/') : `${parts.join('/')}:${weight}`))
    .join(',');
}

function entriesOf(text: string): (readonly [name: string, weight: number])[] {
  const [path = '', weight = '1', ...rest] = text.trim().split(':');
  const [domain = '', ...topics] = path.split('/');
  const number = rest.length === 0 && NUMBER.test(weight) ? Number(weight) : Number.NaN;
  const names = topics.length === 0 ? [domain] : topics.map((topic) => `${domain}/${topic}`);
  return names.map((name) => [name, number] as const);
}

/** What a text says of weights, without what is none. Never throws. */
export function weightsIn(text: string): Read<Weights<string>> {
  const entries = text
    .slice(0, LONGEST_TEXT)
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .flatMap(entriesOf);
  const sound = entries.filter(([name, weight]) => NAME.test(name) && weight <= MOST_WEIGHT).slice(0, MOST_NAMES);
  return {
    value: Object.fromEntries(sound),
    whole: sound.length === entries.length && text.length <= LONGEST_TEXT,
  };
}
