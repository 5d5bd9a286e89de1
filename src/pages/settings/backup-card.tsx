import { useNow } from '#pages/parts/use-now.ts';
import { countOf } from '#pages/parts/format.ts';
import type { LamplightDb } from '#storage/database.ts';
import { useLive } from '#storage/use-live.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { besideWords } from './fault-words.ts';
import { JobProgress } from './job-progress.tsx';
import { downloadBackup, LAST_BACKUP, useJobs, type LastBackup } from './jobs.ts';
import { daysAgoInWords } from './moments.ts';
import { entries, rowsInWords } from './restore-words.ts';
import { Said } from './said.tsx';

interface Standing {
  readonly events: number;
  /** Settings, plans and texts since the last backup. */
  readonly rows: number;
  readonly last: LastBackup | null;
}

async function readStanding(db: LamplightDb): Promise<Standing> {
  const row = await db.local.get(LAST_BACKUP);
  const last = (row?.value as LastBackup | undefined) ?? null;
  const rows = await db.settings.filter(({ atMs }) => atMs > (last?.atMs ?? -1)).count();
  return { events: await db.events.count(), rows, last };
}

function standingInWords({ events, rows, last }: Standing, nowMs: number): string {
  const since = Math.max(0, events - (last?.events ?? 0));
  const parts = [since > 0 ? `${entries(since)} of your history` : '', rows > 0 ? rowsInWords(rows) : ''];
  const fresh = parts.filter((part) => part !== '').join(' and ');
  if (!last) {
    return fresh === ''
      ? 'There is nothing to back up yet.'
      : `No backup was made on this device yet; ${fresh} would go into it.`;
  }
  const made = `The last one was made here ${daysAgoInWords(last.atMs, nowMs)}`;
  return fresh === '' ? `${made} and holds everything.` : `${made}; ${fresh} came since then.`;
}

/** One press, one file. */
export function BackupCard() {
  const nowMs = useNow();
  const standing = useLive(({ db }) => readStanding(db), []);
  const busy = useJobs((state) => state.running !== null);
  return (
    <Card title="Backup" level={3}>
      <Muted>
        One file with your whole history, your notes, questions, stories, interviews and settings; recordings of your
        voice are not in it. Keep it where you keep what matters: a browser’s storage can be lost with the device.{' '}
        {standing && standingInWords(standing, nowMs)}
      </Muted>
      <Row>
        <Button variant="primary" icon="download" busy={busy} onClick={() => void downloadBackup()}>
          Download backup
        </Button>
      </Row>
      <JobProgress task="backup" />
      <Saved />
    </Card>
  );
}

function Saved() {
  const ending = useJobs((state) => state.endings.backup);
  if (ending?.kind !== 'saved') return null;
  const { name, events, unreadable, unnoted } = ending;
  const saved = `${name} is in your downloads, with ${entries(events)} of your history.`;
  const lost =
    unreadable === 0
      ? ''
      : ` ${countOf(unreadable, 'damaged entry', 'damaged entries')} of this device could not go into it.`;
  return <Said text={saved + lost + besideWords('That it was made could not be noted here', unnoted)} />;
}
