import { Link, useNavigate } from 'react-router';
import { gapsOf, type Story } from '#mock/story.ts';
import { countOf } from '#pages/parts/format.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import { newStoryId, readStories } from '#storage/stories.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { gapInWords } from './gap-words.ts';
import css from './stories.module.css';

/** A person's own stories for behavioural questions. */
export function StoriesPage() {
  useTitle('Your stories');
  const navigate = useNavigate();
  const stories = useLive(({ db }) => readStories(db), []);
  return (
    <Page>
      <PageHeader
        title="Your stories"
        line={<Link to="/mock">Mock</Link>}
        lead="Six to ten true stories answer most behavioural questions. They stand beside the question in a mock, and are part of every backup."
      />
      <Stack>
        <Row>
          <Button variant="primary" icon="plus" onClick={() => void navigate(`/mock/stories/${newStoryId()}`)}>
            Write a story
          </Button>
        </Row>
        {stories?.length === 0 && <Nothing />}
        {stories && stories.length > 0 && (
          <ul className={css['list']}>
            {stories.map((story) => (
              <StoryLine key={story.id} story={story} />
            ))}
          </ul>
        )}
      </Stack>
    </Page>
  );
}

function Nothing() {
  return (
    <Card title="No story yet">
      <Muted>
        Begin with the last thing that went wrong at work and that you put right: it serves failure, conflict and
        ownership at once.
      </Muted>
    </Card>
  );
}

function StoryLine({ story }: { readonly story: Story }) {
  const [first, ...others] = gapsOf(story);
  const more = others.length === 0 ? '' : ` And ${countOf(others.length, 'thing')} more.`;
  const serves = story.questions.length === 0 ? '' : countOf(story.questions.length, 'question');
  const about = [serves, ...story.tags].filter((text) => text !== '').join(' · ');
  return (
    <li>
      <Link to={`/mock/stories/${story.id}`} className={css['line']}>
        <span className={css['name']}>{story.title === '' ? 'Without a name' : story.title}</span>
        {about !== '' && <span className={css['about']}>{about}</span>}
        <span className={css['about']}>{first ? `${gapInWords(first)}${more}` : 'Ready to be told.'}</span>
      </Link>
    </li>
  );
}
