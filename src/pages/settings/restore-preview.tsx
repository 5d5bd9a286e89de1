import { useEffect, useRef, useState } from 'react';
import { getStorage } from '#storage/current.ts';
import type { RestoreMode } from '#storage/restore.ts';
import { Button } from '#ui/button.tsx';
import { Callout } from '#ui/callout.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { bytesInWords } from './bytes.ts';
import { JobProgress } from './job-progress.tsx';
import { dropCandidate, restore, useJobs, type Candidate } from './jobs.ts';
import { momentInWords } from './moments.ts';
import { modeInWords, oddities, previewLines } from './restore-words.ts';
import css from './settings.module.css';

const MODES = [
  { value: 'merge', label: 'Merge' },
  { value: 'replace', label: 'Replace' },
] as const;

/** What is in the file, before anything is changed, and the two things to do with it. */
export function RestorePreview({ candidate: { file, inspection } }: { readonly candidate: Candidate }) {
  const [mode, setMode] = useState<RestoreMode>('merge');
  const busy = useJobs((state) => state.running !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={css['preview']}>
      <h4 ref={heading} tabIndex={-1}>
        Backup of {momentInWords(inspection.exportedAtMs)}
      </h4>
      <p className={css['fileName']}>
        {file.name}, {bytesInWords(file.size)}
      </p>
      <dl className={css['facts']}>
        {previewLines(inspection, getStorage().device).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {oddities(inspection).map((text) => (
        <Callout key={text} kind="warning">
          <p>{text}</p>
        </Callout>
      ))}
      <fieldset disabled={busy}>
        <Segmented label="How to restore" options={MODES} value={mode} onChange={setMode} block />
      </fieldset>
      <Muted>{modeInWords(mode, inspection)}</Muted>
      <Row end>
        <Button disabled={busy} onClick={dropCandidate}>
          Leave it
        </Button>
        <Button variant={mode === 'merge' ? 'primary' : 'danger'} busy={busy} onClick={() => void restore(mode)}>
          {mode === 'merge' ? 'Merge into this device' : 'Replace what is here'}
        </Button>
      </Row>
      <JobProgress task="restore" />
    </div>
  );
}
