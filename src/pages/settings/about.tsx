import type { ItemKind } from '#bank/item.ts';
import { countOf } from '#pages/parts/format.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Changelog } from './changelog.tsx';
import { readBankFacts, type BankFacts } from './facts.ts';
import { Section } from './section.tsx';
import css from './settings.module.css';
import { APP_VERSION } from './version.ts';

const KINDS: readonly (readonly [ItemKind, string])[] = [
  ['question', 'question'],
  ['error', 'error'],
  ['snippet', 'snippet'],
  ['sheet', 'sheet'],
  ['path', 'path'],
];

function countsInWords({ counts }: BankFacts): string {
  const parts = KINDS.filter(([kind]) => counts[kind] > 0).map(([kind, word]) => countOf(counts[kind], word));
  return parts.length === 0 ? 'nothing yet' : parts.join(', ');
}

/** Versions and licences. */
export function AboutSection() {
  const banks = useLive(({ db }) => readBankFacts(db), []);
  return (
    <Section
      title="About"
      lead="Lamplight works without a network and without an account, and asks nobody for anything."
    >
      <Card>
        <dl className={css['facts']}>
          <div>
            <dt>Lamplight</dt>
            <dd>version {APP_VERSION}, MIT licence</dd>
          </div>
          {banks?.map((bank) => (
            <div key={bank.id}>
              <dt>{bank.title}</dt>
              <dd>
                {countsInWords(bank)}; version {bank.version}, {bank.licence}
              </dd>
            </div>
          ))}
          <div>
            <dt>Backup format</dt>
            <dd>
              version 1, <a href={`${import.meta.env.BASE_URL}schema/backup-v1.json`}>described for other programs</a>
            </dd>
          </div>
        </dl>
        <Muted>Scheduling by FSRS-6, through ts-fsrs. Headings in Newsreader, under the SIL Open Font License.</Muted>
        <Changelog />
      </Card>
    </Section>
  );
}
