import { Link } from 'react-router';
import type { Item } from '#bank/item.ts';
import { STORY_PARTS, storiesFor, type AskedBehaviour, type Story } from '#mock/story.ts';
import { readStories } from '#storage/stories.ts';
import { useLive } from '#storage/use-live.ts';
import { Kicker, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { PART_WORDS } from './gap-words.ts';
import { Gaps } from './gaps.tsx';
import css from './stories.module.css';

/** The person's own stories beside a behavioural question; beside any other, nothing. */
export function StoriesBeside({ item }: { readonly item: Item }) {
  if (item.type !== 'question' || item.kind !== 'behavioural') return null;
  return <Stories asked={{ item: item.id, tags: item.tags }} />;
}

/** Those that fit, folded; else all of them. */
function Stories({ asked }: { readonly asked: AskedBehaviour }) {
  const stories = useLive(({ db }) => readStories(db), []);
  if (!stories) return null;
  const fitting = storiesFor(stories, asked);
  const shown = fitting.length > 0 ? fitting : stories;
  return (
    <section aria-label="Your stories">
      <Kicker>{fitting.length > 0 ? 'Your stories for this question' : 'Your stories'}</Kicker>
      {stories.length === 0 && (
        <Muted>
          You have no story yet. Afterwards you can <Link to="/mock/stories">write one</Link>.
        </Muted>
      )}
      {shown.map((story) => (
        <Disclosure key={story.id} summary={story.title === '' ? 'Without a name' : story.title}>
          <Told story={story} />
        </Disclosure>
      ))}
    </section>
  );
}

function Told({ story }: { readonly story: Story }) {
  return (
    <>
      <dl className={css['told']}>
        {STORY_PARTS.filter((part) => story[part].trim() !== '').map((part) => (
          <div key={part}>
            <dt>{PART_WORDS[part].name}</dt>
            <dd>{story[part]}</dd>
          </div>
        ))}
      </dl>
      <Gaps story={story} />
    </>
  );
}
