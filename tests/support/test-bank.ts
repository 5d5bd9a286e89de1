/** A bank made by the real builder, and a source that serves it and can be told to fail. */
import { createHash } from 'node:crypto';
import type { PackHead } from '#bank/head.ts';
import type { Item } from '#bank/item.ts';
import { type BuiltPacks, buildPacks } from '#bank/pack/build-packs.ts';
import type { BankSource } from '#storage/bank-files.ts';
import { errorEntry, PACK_HEAD, path, question, sheet, snippet } from './item-builders.ts';

/** Three questions in two topics, and one item of each other kind. */
export const SMALL_BANK: readonly Item[] = [
  path('path-web', ['q-one', 'q-two']),
  question('q-one', { tier: 'foundational' }),
  question('q-two'),
  question('q-three', { topic: 'web/tls', tier: 'senior' }),
  sheet('sheet-codes'),
  snippet('snip-fetch'),
  errorEntry('err-timeout'),
];

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function groupOf(item: Item): string {
  if (item.type === 'path') return 'paths';
  return `${item.type}s-${item.topic.replace('/', '-')}`;
}

/** Compiles items as the build does, but with a pack a topic, so that a small bank has several. */
export function buildBank(items: readonly Item[] = SMALL_BANK, head: PackHead = PACK_HEAD): Promise<BuiltPacks> {
  return buildPacks(head, items, sha256, groupOf);
}

export interface FakeSource extends BankSource {
  /** Every file asked for, in order. */
  readonly asked: string[];
  /** What is served; replace it to publish an update. */
  bank: BuiltPacks;
  /** Called before a file is served: throw to fail, return a text to serve another. */
  meddle: (file: string) => string | undefined;
}

export function fakeSource(bank: BuiltPacks): FakeSource {
  return {
    bank,
    asked: [],
    meddle: () => undefined,
    fetchText(file) {
      this.asked.push(file);
      return new Promise((resolve) => {
        const text = this.meddle(file) ?? textOf(this.bank, file);
        if (text === undefined) throw new Error('the server answered 404');
        resolve(text);
      });
    },
    sha256: (text) => Promise.resolve(sha256(text)),
  };
}

function textOf({ manifest, files }: BuiltPacks, file: string): string | undefined {
  return file === 'manifest.json' ? JSON.stringify(manifest) : files.get(file);
}
