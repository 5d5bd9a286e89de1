import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { STORY_PARTS, tagsIn, type Story, type StoryId } from '#mock/story.ts';
import { STORY_LIMITS } from '#mock/story-row.ts';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { notStored } from '#pages/parts/not-stored.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readBehavioural, writeStory } from '#storage/stories.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { CheckRow, CheckList } from '#ui/check-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { TextArea, TextField } from '#ui/text-field.tsx';
import { PART_WORDS } from './gap-words.ts';
import { Gaps } from './gaps.tsx';
import css from './stories.module.css';
import { useStoryDraft } from './use-story-draft.ts';

/** One story, to write and to change. */
export function StoryPage() {
  const { id = '' } = useParams();
  return <StoryForm key={id} id={id as StoryId} />;
}

function StoryForm({ id }: { readonly id: StoryId }) {
  const { story, stored, change, error, remove } = useStoryDraft(id);
  useTitle(story?.title === '' ? 'A new story' : story?.title);
  return (
    <Page width="wide">
      <PageHeader
        title={story?.title || 'A new story'}
        line={<Link to="/mock/stories">Your stories</Link>}
        lead="What you write is stored as you write it."
      />
      {error !== null && (
        <p role="alert" className={css['error']}>
          {error}
        </p>
      )}
      {story && (
        <div className={css['columns']}>
          <Parts story={story} change={change} />
          <Stack>
            <Card title="What is missing">
              <Gaps story={story} />
            </Card>
            <Serves story={story} change={change} />
            {stored && <Removal story={story} remove={remove} />}
          </Stack>
        </div>
      )}
    </Page>
  );
}

interface PartsProps {
  readonly story: Story;
  readonly change: (over: Partial<Story>) => void;
}

function Parts({ story, change }: PartsProps) {
  const [tags, setTags] = useState(story.tags.join(', '));
  return (
    <Stack>
      <TextField
        label="Name"
        hint="So that you know it at a glance."
        maxLength={STORY_LIMITS.title}
        value={story.title}
        onChange={(title) => change({ title })}
      />
      {STORY_PARTS.map((part) => (
        <TextArea
          key={part}
          label={PART_WORDS[part].name}
          hint={PART_WORDS[part].ask}
          rows={part === 'action' ? 5 : 2}
          maxLength={STORY_LIMITS.part}
          value={story[part]}
          onChange={(text) => change({ [part]: text })}
        />
      ))}
      <TextField
        label="What it shows"
        hint="Parted by commas: conflict, failure, leading without a title."
        value={tags}
        onChange={(text) => {
          setTags(text);
          change({
            tags: tagsIn(text)
              .slice(0, STORY_LIMITS.tags)
              .map((tag) => tag.slice(0, STORY_LIMITS.tag)),
          });
        }}
      />
    </Stack>
  );
}

function Serves({ story, change }: PartsProps) {
  const questions = useLive(({ db }) => readBehavioural(db), []);
  if (!questions || questions.length === 0) return null;
  const toggle = (item: ItemId, on: boolean): void =>
    change({ questions: on ? [...story.questions, item] : story.questions.filter((each) => each !== item) });
  return (
    <Disclosure summary="Questions that it answers" note={countOf(story.questions.length, 'question')}>
      <CheckList label="Behavioural questions">
        {questions.map(({ id, title }) => (
          <CheckRow key={id} checked={story.questions.includes(id)} onChange={(on) => toggle(id, on)}>
            <Line text={title} />
          </CheckRow>
        ))}
      </CheckList>
    </Disclosure>
  );
}

/** Takes a removal back; whoever is refused can try again. */
async function bringBack(story: Story, toast: ReturnType<typeof useAnnounce>['toast']): Promise<void> {
  const { db, device } = getStorage();
  try {
    await writeStory(db, story.id, story, device, Date.now());
  } catch (reason) {
    const again = { label: 'Try again', onPress: () => void bringBack(story, toast) };
    toast({ text: notStored(problemOf(reason) === 'full'), action: again });
  }
}

function Removal({ story, remove }: { readonly story: Story; readonly remove: () => Promise<boolean> }) {
  const navigate = useNavigate();
  const { toast } = useAnnounce();
  const press = async (): Promise<void> => {
    if (!(await remove())) return;
    await navigate('/mock/stories');
    toast({ text: 'The story is removed.', action: { label: 'Undo', onPress: () => void bringBack(story, toast) } });
  };
  return (
    <Stack gap={2}>
      <Row>
        <Button variant="danger" onClick={() => void press()}>
          Remove this story
        </Button>
      </Row>
      <Muted>You can undo it right after.</Muted>
    </Stack>
  );
}
