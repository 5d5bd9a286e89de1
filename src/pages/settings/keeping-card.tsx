import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { bytesInWords } from './bytes.ts';
import { useJobs } from './jobs.ts';
import { Said } from './said.tsx';
import css from './settings.module.css';
import { useDevice, type Device, type DeviceFacts } from './use-device.ts';

const KEEPING = {
  kept: 'yes, also when space is short',
  mayBeCleared: 'not promised; the browser may clear it when space is short',
  unknown: 'this browser does not say',
} as const;

function spaceInWords({ usage, quota }: DeviceFacts): string {
  if (usage === null) return 'this browser does not say';
  return quota === null ? `about ${bytesInWords(usage)}` : `about ${bytesInWords(usage)} of ${bytesInWords(quota)}`;
}

/** How safe the data is on this device. */
export function KeepingCard() {
  const { facts, look, ask } = useDevice();
  useEffect(() => useJobs.subscribe(({ running }) => (running ? undefined : look())), [look]);
  if (!facts) return null;
  const lines = [
    { name: 'Kept', text: KEEPING[facts.keeping] },
    { name: 'Space used', text: spaceInWords(facts) },
    { name: 'Installed', text: facts.installed ? 'yes' : 'no; browsers keep the data of installed apps longer' },
  ];
  return (
    <Card title="On this device" level={3}>
      <dl className={css['facts']}>
        {lines.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {facts.keeping === 'mayBeCleared' && <Ask ask={ask} />}
    </Card>
  );
}

function Ask({ ask }: { readonly ask: Device['ask'] }) {
  const [declined, setDeclined] = useState(false);
  const press = async (): Promise<void> => setDeclined((await ask()) === 'mayBeCleared');
  return (
    <>
      <Row>
        <Button onClick={() => void press()}>Ask the browser to keep it</Button>
      </Row>
      {declined && (
        <Said
          icon="info"
          text="The browser did not promise it. It may after more visits, or once Lamplight is installed; a backup is safe either way."
        />
      )}
    </>
  );
}
