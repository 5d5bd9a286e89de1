import type { Path } from '#bank/item.ts';
import { Blocks } from '#pages/parts/blocks.tsx';
import { Line } from '#pages/parts/line.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';
import css from './paths.module.css';

/** What the path says of itself: who can begin, how to work through it, what it rests on. */
export function About({ path }: { readonly path: Path }) {
  return (
    <div>
      <Disclosure summary="About this path">
        <Prose>
          <Blocks blocks={path.body} />
        </Prose>
      </Disclosure>
      {path.prerequisites.length > 0 && (
        <Disclosure summary="Before you begin" note={String(path.prerequisites.length)}>
          <ul className={css['plain']}>
            {path.prerequisites.map((text) => (
              <li key={text}>
                <Line text={text} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Disclosure summary="Sources" note={String(path.sources.length)}>
        <ul className={css['plain']}>
          {path.sources.map(({ title, url, checked }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>{' '}
              <span className={css['checked']}>checked {checked}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
