/** The search index of the compiled bank, as the file that is shipped beside the packs. */
import type { PackFile } from '#bank/pack/pack.ts';
import { IndexBuilder } from '#search/build-index.ts';
import { documentOf, topicTitles } from '#search/document.ts';
import { shipIndex, shippedName } from '#search/shipped.ts';
import type { Compiled } from './compile.ts';

/** Name and text of the file; none for a bank with more words than such a file can hold: its index is made on the device. */
export function searchFiles({ manifest, files }: Extract<Compiled, { ok: true }>): (readonly [string, string])[] {
  const titles = topicTitles(manifest.domains);
  const builder = new IndexBuilder();
  for (const { file } of manifest.packs) {
    const { items } = JSON.parse(files.get(file) ?? '{"items":[]}') as PackFile;
    for (const { item } of items) builder.add(documentOf(item, titles));
  }
  const text = shipIndex(builder.finish(), manifest.version);
  return text === null ? [] : [[shippedName(manifest.version), text]];
}
