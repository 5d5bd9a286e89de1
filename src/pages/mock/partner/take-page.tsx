import { useState } from 'react';
import { Link } from 'react-router';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { Camera } from './camera.tsx';
import { FoundMock } from './found-mock.tsx';
import css from './partner.module.css';
import { readFile, readText, type Incoming } from './incoming.ts';

/** What a partner kept the sheet of comes to the device of the one who answered. */
export function TakePage() {
  useTitle('Take in a result');
  const environment = useEnvironment();
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  return (
    <Page>
      <PageHeader
        title="Take in a result"
        line={<Link to="/mock">Mock</Link>}
        lead="Your partner kept a sheet while you answered. Bring it here by file, text or camera; you see what is in it first."
      />
      <Stack>
        {incoming?.kind === 'found' && environment ? (
          <FoundMock file={incoming.file} environment={environment} onLeave={() => setIncoming(null)} />
        ) : (
          <Ways incoming={incoming} onIncoming={setIncoming} />
        )}
      </Stack>
    </Page>
  );
}

interface WaysProps {
  readonly incoming: Incoming | null;
  readonly onIncoming: (incoming: Incoming) => void;
}

function Ways({ incoming, onIncoming }: WaysProps) {
  const said = incoming?.kind === 'refused' || incoming?.kind === 'more' ? incoming.words : null;
  return (
    <>
      {said !== null && (
        <output className={css['said']}>
          <Icon name="info" />
          <span>{said}</span>
        </output>
      )}
      <Card title="A file">
        <Row>
          <label className={`${buttonClass({})} ${css['file'] ?? ''}`}>
            <Icon name="upload" />
            <span>Choose the file</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void readFile(file).then(onIncoming);
                currentTarget.value = '';
              }}
            />
          </label>
        </Row>
      </Card>
      <Paste onIncoming={onIncoming} />
      <Camera onText={(text) => void readText(text).then(onIncoming)} />
    </>
  );
}

function Paste({ onIncoming }: Pick<WaysProps, 'onIncoming'>) {
  const [text, setText] = useState('');
  return (
    <Card title="A text">
      <TextArea label="Paste what your partner copied" rows={3} value={text} onChange={setText} />
      <Row>
        <Button disabled={text.trim() === ''} onClick={() => void readText(text).then(onIncoming)}>
          Read it
        </Button>
      </Row>
      <Muted>Texts and codes of several parts can come in any order.</Muted>
    </Card>
  );
}
