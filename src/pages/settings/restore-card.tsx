import { useRef, type ChangeEvent } from 'react';
import { useLive } from '#storage/use-live.ts';
import { latestSnapshot, type SnapshotHead } from '#storage/restore-snapshots.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Row } from '#ui/page.tsx';
import { JobProgress } from './job-progress.tsx';
import { readBackup, undoReplacement, useJobs, type Ending } from './jobs.ts';
import { momentInWords } from './moments.ts';
import { restoredInWords } from './restore-words.ts';
import { Said } from './said.tsx';
import { RestorePreview } from './restore-preview.tsx';
import css from './settings.module.css';

/** A file is read, told about, and only then brought in. */
export function RestoreCard() {
  const candidate = useJobs((state) => state.candidate);
  const snapshot = useLive(({ db }) => latestSnapshot(db), []);
  return (
    <Card title="Restore" level={3}>
      <Muted>
        Brings a backup to this device. You see what is in the file first; nothing changes before you say so.
      </Muted>
      <ChooseFile />
      <JobProgress task="read" />
      {candidate && <RestorePreview candidate={candidate} />}
      <Done />
      {snapshot && !candidate && <Snapshot snapshot={snapshot} />}
      <JobProgress task="undo" />
    </Card>
  );
}

function ChooseFile() {
  const input = useRef<HTMLInputElement>(null);
  const busy = useJobs((state) => state.running !== null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file) void readBackup(file);
    // The same file can be chosen again, after it was mended.
    currentTarget.value = '';
  };
  return (
    <Row>
      <label className={`${buttonClass({})} ${css['file'] ?? ''}`} data-busy={busy}>
        <Icon name="upload" />
        <span>Restore a backup</span>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          className={css['fileInput']}
          disabled={busy}
          onChange={choose}
        />
      </label>
    </Row>
  );
}

function Done() {
  const restored = useJobs((state) => state.endings.restore);
  const undone = useJobs((state) => state.endings.undo);
  const words = wordsOf(undone) ?? wordsOf(restored);
  return words === null ? null : <Said text={words} />;
}

function wordsOf(ending: Ending | undefined): string | null {
  if (ending?.kind === 'restored') return restoredInWords(ending.mode, ending.restored);
  return ending?.kind === 'undone' ? 'Everything is as it was before.' : null;
}

/** The way back from a replacement, also on another day. */
function Snapshot({ snapshot }: { readonly snapshot: SnapshotHead }) {
  const busy = useJobs((state) => state.running !== null);
  const { id, atMs, reason } = snapshot;
  const replaced = reason === 'replace';
  return (
    <div className={css['snapshot']}>
      <Muted>
        {replaced
          ? `What was here before a backup replaced it on ${momentInWords(atMs)} is kept.`
          : `What the undone replacement had brought is kept since ${momentInWords(atMs)}.`}
      </Muted>
      <Row>
        <Button icon="undo" busy={busy} onClick={() => void undoReplacement(id)}>
          {replaced ? 'Undo the replacement' : 'Bring the replacement back'}
        </Button>
      </Row>
    </div>
  );
}
