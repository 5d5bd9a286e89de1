/** Things of which each is one row among the settings, carried from device to device: the last writer wins. */
import type { DeviceId } from './ids.ts';
import { faultOfStamp, type Parsed } from './setting-row.ts';

/** A row whose key begins with a prefix. */
export interface KeyedRow<Prefix extends string, Value> {
  readonly key: `${Prefix}${string}`;
  readonly value: Value;
  readonly atMs: number;
  readonly device: DeviceId;
}

export interface KeyedKind<Prefix extends string> {
  readonly prefix: Prefix;
  /** What follows the prefix in a key. */
  readonly id: RegExp;
  readonly words: {
    /** What such a row holds. */
    readonly noun: string;
    /** The same with its article, of what the key is. */
    readonly keyOf: string;
    /** What a value must be. */
    readonly value: string;
  };
  /** The first fault of a value that is an object; null for none. */
  readonly faultOfValue: (value: Readonly<Record<string, unknown>>) => string | null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A check of stored or imported rows of a kind: key, value, time and device. It never throws. */
export function parserOf<Prefix extends string, Value>(
  { prefix, id, words, faultOfValue }: KeyedKind<Prefix>,
  isRemovable: boolean,
): (row: unknown) => Parsed<KeyedRow<Prefix, Value>> {
  const faultOf = (row: Readonly<Record<string, unknown>>): string | null => {
    const { key, value } = row;
    const isKey = typeof key === 'string' && key.startsWith(prefix) && id.test(key.slice(prefix.length));
    if (!isKey) return `key: not the key of ${words.keyOf}`;
    if (value === null && isRemovable) return faultOfStamp(row);
    return (isRecord(value) ? faultOfValue(value) : `value: ${words.value}`) ?? faultOfStamp(row);
  };
  return (row) => {
    const why = isRecord(row) ? faultOf(row) : `${words.noun}: must be an object`;
    return why === null ? { ok: true, row: row as KeyedRow<Prefix, Value> } : { ok: false, why };
  };
}

/** A row of something that can be removed: its value is null then, since a removal travels too. */
export type CarriedRowOf<Prefix extends string, Thing extends Identified> = KeyedRow<Prefix, Omit<Thing, 'id'> | null>;

interface Identified {
  readonly id: string;
}

export interface CarriedKind<Prefix extends string, Thing extends Identified> {
  readonly prefix: Prefix;
  readonly keyOf: (id: Thing['id']) => `${Prefix}${string}`;
  /** Checks a stored or imported row: key, value, time and device. Never throws. */
  readonly parse: (row: unknown) => Parsed<CarriedRowOf<Prefix, Thing>>;
  /** The row that stores a thing; with null, the row that says that it was removed. */
  readonly row: (
    id: Thing['id'],
    thing: Omit<Thing, 'id'> | null,
    stamp: Pick<CarriedRowOf<Prefix, Thing>, 'atMs' | 'device'>,
  ) => CarriedRowOf<Prefix, Thing>;
  /** The things of some rows in their order; what is damaged or was removed is left out. */
  readonly from: (rows: readonly unknown[]) => Thing[];
}

/**
 * What there is to do with the rows of a kind.
 *
 * @param kind with how two things are ordered, where that is not by their ids
 */
export function carriedKind<Prefix extends string, Thing extends Identified>(
  kind: KeyedKind<Prefix> & { readonly compare?: (a: Thing, b: Thing) => number },
): CarriedKind<Prefix, Thing> {
  const { prefix, compare = () => 0 } = kind;
  const keyOf = (id: string): `${Prefix}${string}` => `${prefix}${id}`;
  const parse = parserOf<Prefix, Omit<Thing, 'id'> | null>(kind, true);
  const thingOf = (row: unknown): Thing[] => {
    const parsed = parse(row);
    if (!parsed.ok || !parsed.row.value) return [];
    // Together an id and what is left without one are the thing, which the compiler cannot see of a type that it does not know.
    return [{ id: parsed.row.key.slice(prefix.length), ...parsed.row.value } as unknown as Thing];
  };
  return {
    prefix,
    keyOf,
    parse,
    row: (id, thing, stamp) => ({ key: keyOf(id), value: thing && withoutId(thing), ...stamp }),
    from: (rows) => rows.flatMap(thingOf).sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1)),
  };
}

function withoutId<Value extends object>(thing: Value): Value {
  const { id: _, ...value } = thing as Value & Partial<Identified>;
  return value as Value;
}
