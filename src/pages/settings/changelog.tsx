import { lazy, Suspense, useState } from 'react';
import { Disclosure } from '#ui/disclosure.tsx';
import { changelogLines, type ChangelogLine } from './changelog-lines.ts';
import css from './settings.module.css';

/** At most one file; none while there is no changelog. */
const FILES = import.meta.glob<string>('/CHANGELOG.md', { query: '?raw', import: 'default' });

const Text = lazy(async () => {
  const [load] = Object.values(FILES);
  const lines = changelogLines(load ? await load() : '');
  return { default: () => lines.map((line, index) => <Line key={index} line={line} />) };
});

function Line({ line: { kind, text } }: { readonly line: ChangelogLine }) {
  if (kind === 'heading') return <h3>{text}</h3>;
  return kind === 'point' ? <p className={css['point']}>{text}</p> : <p>{text}</p>;
}

/** What changed from version to version, fetched when it is opened. */
export function Changelog() {
  const [open, setOpen] = useState(false);
  if (Object.keys(FILES).length === 0) return null;
  return (
    <Disclosure summary="What changed" onToggle={setOpen}>
      <div className={css['changelog']}>
        {open && (
          <Suspense>
            <Text />
          </Suspense>
        )}
      </div>
    </Disclosure>
  );
}
