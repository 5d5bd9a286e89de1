import type { MockLink } from '#mock/link.ts';
import { FaultLine } from '#pages/parts/fault-line.tsx';
import { readBankIndex } from '#storage/bank-index.ts';
import { useLive } from '#storage/use-live.ts';
import { linkTroubleInWords } from './words.ts';
import css from './setup.module.css';

/** What an address says that cannot be used, before anything is drawn from the rest; nothing where all of it can. */
export function LinkTrouble({ link: { settings, unread } }: { readonly link: MockLink }) {
  const domains = useLive(async ({ db }) => (await readBankIndex(db)).domains, []);
  if (!domains) return null;
  const known = new Set(domains.flatMap(({ id, topics }) => [id, ...topics.map((topic) => `${id}/${topic.id}`)]));
  const strange = Object.keys(settings.topics).filter((name) => !known.has(name));
  return (
    <div className={css['told']}>
      <FaultLine text={linkTroubleInWords(unread, strange)} />
    </div>
  );
}
