/** The door for compiled packs, built in or imported: parsed JSON in, a manifest or a pack file out, or what is wrong. */
import * as v from 'valibot';
import { isSlug } from '../patterns.ts';
import { itemIdSchema, itemSchema } from './item-schema.ts';
import { withinLimits } from './json-limits.ts';
import { PACK_FORMAT, type PackFile, type PackManifest } from './pack.ts';

export type ReadResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** Made by a newer version of the app. */
  | { readonly kind: 'newer'; readonly format: number }
  /** Deeper or larger than any real pack. */
  | { readonly kind: 'tooLarge' }
  /** `at` is the path to the first thing that is wrong: `items.3.item.tier`. */
  | { readonly kind: 'invalid'; readonly at: string };

const MANIFEST_LIMITS = { depth: 8, values: 400_000, chars: 2_000 };
const FILE_LIMITS = { depth: 64, values: 2_000_000, chars: 262_144 };

const text = v.pipe(v.string(), v.maxLength(400));
const slug = v.pipe(v.string(), v.check(isSlug));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const itemHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const head = { id: slug, title: text, about: text };
const fileName = v.pipe(v.string(), v.maxLength(250), v.regex(/^[a-z0-9-]+\.json$/));

const manifestSchema: v.GenericSchema<unknown, PackManifest> = v.object({
  format: v.literal(PACK_FORMAT),
  id: slug,
  title: text,
  licence: text,
  version: sha256,
  domains: v.array(v.object({ ...head, topics: v.array(v.object(head)) })),
  packs: v.array(v.object({ file: fileName, hash: sha256, bytes: count, items: count })),
  order: v.array(itemIdSchema),
  retired: v.array(v.object({ id: slug, successor: v.exactOptional(slug) })),
});

const fileSchema: v.GenericSchema<unknown, PackFile> = v.object({
  items: v.array(v.object({ hash: itemHash, item: itemSchema })),
});

/** A manifest from parsed JSON. Never throws. */
export function readManifest(json: unknown): ReadResult<PackManifest> {
  if (!withinLimits(json, MANIFEST_LIMITS)) return { kind: 'tooLarge' };
  if (typeof json === 'object' && json !== null && 'format' in json) {
    const { format } = json;
    if (typeof format === 'number' && format > PACK_FORMAT) return { kind: 'newer', format };
  }
  return read(manifestSchema, json);
}

/** A pack file from parsed JSON. Never throws. The caller has compared the text's hash with the manifest's. */
export function readPackFile(json: unknown): ReadResult<PackFile> {
  return withinLimits(json, FILE_LIMITS) ? read(fileSchema, json) : { kind: 'tooLarge' };
}

function read<T>(schema: v.GenericSchema<unknown, T>, json: unknown): ReadResult<T> {
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return { kind: 'ok', value: result.output };
  return { kind: 'invalid', at: v.getDotPath(result.issues[0]) ?? '' };
}
