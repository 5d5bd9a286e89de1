import { useState } from 'react';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { countOf } from '#pages/parts/format.ts';
import type { DomainHead } from '#bank/head.ts';
import type { JobMatch, MatchedTopic } from '#plan/job-match.ts';
import { getStorage } from '#storage/current.ts';
import { unreported } from '#storage/heavy-progress.ts';
import { runHeavy } from '#storage/heavy.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row } from '#ui/page.tsx';
import { TextArea } from '#ui/text-field.tsx';
import type { Draft } from './draft.ts';
import { withJob } from './job-draft.ts';
import css from './plan.module.css';

export interface JobPasteProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly domains: readonly DomainHead[];
}

/** A job description pasted in: what it asks for becomes the plan's topics and tiers, if the person accepts it. */
export function JobPaste({ draft, onChange, domains }: JobPasteProps) {
  const [text, setText] = useState('');
  const [match, setMatch] = useState<JobMatch | null>(null);
  const [busy, setBusy] = useState(false);
  const { announce, toast } = useAnnounce();
  const read = async (): Promise<void> => {
    setBusy(true);
    const outcome = await runHeavy(getStorage().db, 'job', { text }, unreported).outcome;
    setBusy(false);
    if (outcome.kind !== 'done') {
      toast({ text: 'The description could not be read; your text is still here. Try again.' });
      return;
    }
    setMatch(outcome.value);
    announce(`${countOf(outcome.value.topics.length, 'topic')} found.`);
  };
  const take = (): void => {
    if (match) onChange(withJob(draft, match));
    toast({ text: 'Taken into the plan below; change what you like.', stayMs: 4000 });
  };
  return (
    <Card title="From a job description">
      <TextArea
        label="Job description"
        hint="Paste the whole of it. It is read on this device and kept nowhere."
        rows={4}
        value={text}
        onChange={(next) => {
          setText(next);
          setMatch(null);
        }}
      />
      <Row>
        <Button disabled={text.trim() === ''} busy={busy} onClick={() => void read()}>
          Find its topics
        </Button>
      </Row>
      {match && <Found match={match} domains={domains} onTake={take} />}
    </Card>
  );
}

/** So many topics are named at once. */
const NAMED = 8;

interface FoundProps {
  readonly match: JobMatch;
  readonly domains: readonly DomainHead[];
  readonly onTake: () => void;
}

function Found({ match: { topics, tier, lacks }, domains, onTake }: FoundProps) {
  const titles = titlesOf(domains);
  const line = ({ topic, found }: MatchedTopic) => (
    <li key={topic}>
      {titles.domain(topic)}: {titles.place(topic)} <span className={css['hint']}>{found.slice(0, 3).join(', ')}</span>
    </li>
  );
  if (topics.length === 0) {
    return (
      <>
        <Muted>No topic of the bank is named in it. Choose the topics below, or leave everything in.</Muted>
        <Lacks lacks={lacks} />
      </>
    );
  }
  return (
    <div className={css['found']}>
      <p>
        {countOf(topics.length, 'topic')} of the bank, at the level <strong>{tier}</strong>:
      </p>
      <ul className={css['raises']}>{topics.slice(0, NAMED).map(line)}</ul>
      {topics.length > NAMED && (
        <Disclosure summary="All others" note={String(topics.length - NAMED)}>
          <ul className={css['raises']}>{topics.slice(NAMED).map(line)}</ul>
        </Disclosure>
      )}
      <Lacks lacks={lacks} />
      <Row>
        <Button variant="primary" onClick={onTake}>
          Use these topics
        </Button>
      </Row>
    </div>
  );
}

function Lacks({ lacks }: Pick<JobMatch, 'lacks'>) {
  if (lacks.length === 0) return null;
  return (
    <p className={css['hint']}>{`Asked for, but not in the bank: ${lacks.join(', ')}. Prepare these elsewhere.`}</p>
  );
}
