import { Link } from 'react-router';
import { Line } from '#pages/parts/line.tsx';
import type { AskedQuestion, CampaignId } from '#plan/campaign.ts';
import { isOwn } from '#review/own-question.ts';
import type { LamplightDb } from '#storage/database.ts';
import { useLive } from '#storage/use-live.ts';
import { Card } from '#ui/card.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { WENT } from './asked-form.tsx';
import css from './plan.module.css';

async function readTitles(db: LamplightDb, asked: readonly AskedQuestion[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.items.bulkGet(asked.flatMap(({ item }) => item ?? []));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.summary.title] as const] : [])));
}

/** What was asked, as it was told. */
export function AskedList(props: {
  readonly campaign: CampaignId;
  readonly asked: readonly AskedQuestion[];
  readonly onRemove: (index: number) => void;
}) {
  const { campaign, asked, onRemove } = props;
  const titles = useLive(({ db }) => readTitles(db, asked), [asked]);
  return (
    <Card title="Told so far">
      <ul className={css['asked']}>
        {asked.map(({ item, text, went }, index) => (
          <li key={index}>
            <span>
              {text}
              <span className={css['hint']}>
                {' '}
                Went {WENT.find(({ value }) => value === went)?.label.toLowerCase()}
                {item === null ? ', not in the bank: ' : isOwn(item) ? ', your own question: ' : ', in the bank: '}
                {item === null ? (
                  <Link to={`/own/new?${new URLSearchParams({ title: text, campaign, asked: String(index) })}`}>
                    make it a card
                  </Link>
                ) : (
                  <Link to={`/q/${item}`}>
                    <Line text={titles?.get(item) ?? item} />
                  </Link>
                )}
              </span>
            </span>
            <IconButton icon="close" label={`Remove: ${text}`} onClick={() => onRemove(index)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
