import { Link } from 'react-router';
import type { Item, ItemId, Path } from '#bank/item.ts';
import { isOwn } from '#review/own-question.ts';
import { monthInWords } from './months.ts';
import type { FoundItem } from './read-view.ts';
import { ItemLink } from './item-link.tsx';
import { SourceFile } from './source-file.tsx';
import css from './aside.module.css';

export interface NeighboursProps {
  readonly view: FoundItem;
  readonly item: Exclude<Item, Path>;
}

/** What to know first, what comes next, where the facts are from, and what else carries the same tags. */
export function Neighbours({ view, item }: NeighboursProps) {
  const { requires, next, see } = item.links;
  return (
    <>
      <Links title="Learn first" ids={requires} view={view} />
      <Links title="Next" ids={next} view={view} />
      <Links title="See also" ids={see} view={view} />
      <Sources item={item} />
      <Tags tags={item.tags} />
      {isOwn(item.id) ? <OwnLine id={item.id} /> : <SourceFile file={item.file} />}
    </>
  );
}

function OwnLine({ id }: { readonly id: ItemId }) {
  return (
    <p className={css['file']}>
      You wrote this question. <Link to={`/own/${id}`}>Change it</Link>
    </p>
  );
}

interface LinksProps {
  readonly title: string;
  readonly ids: readonly ItemId[];
  readonly view: FoundItem;
}

function Links({ title, ids, view }: LinksProps) {
  const found = ids.flatMap((id) => view.neighbours.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <section>
      <h2 className={css['heading']}>{title}</h2>
      <ul className={css['links']}>
        {found.map((summary) => (
          <li key={summary.id}>
            <ItemLink summary={summary} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ item }: { readonly item: NeighboursProps['item'] }) {
  const { sources, reviewed } = item;
  if (sources.length === 0) return null;
  return (
    <section>
      <h2 className={css['heading']}>Sources</h2>
      <ul className={css['sources']}>
        {sources.map(({ title, url, checked }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
            <span className={css['checked']}>checked {monthInWords(checked)}</span>
          </li>
        ))}
      </ul>
      {reviewed !== undefined && <p className={css['checked']}>Read against them in {monthInWords(reviewed)}.</p>}
    </section>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <section className={css['screenOnly']}>
      <h2 className={css['heading']}>Tags</h2>
      <ul className={css['tags']}>
        {tags.map((tag) => (
          <li key={tag}>
            <Link to={`/library?tag=${encodeURIComponent(tag)}`}>{tag}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
