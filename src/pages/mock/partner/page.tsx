import { useState } from 'react';
import { Link } from 'react-router';
import { askedCount } from '#mock/partner-sheet.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { countOf } from '#pages/parts/format.ts';
import { useTitle } from '#pages/parts/use-title.ts';
import { useTopicNames } from '#pages/parts/topic-names.ts';
import { LinkTrouble } from '#pages/mock/setup/link-trouble.tsx';
import { settingsInWords } from '#pages/mock/setup/words.ts';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Page, PageHeader, Row, Stack } from '#ui/page.tsx';
import { EmptyState } from '#ui/state.tsx';
import { HandOver } from './hand-over.tsx';
import { OneQuestion } from './one-question.tsx';
import css from './partner.module.css';
import { useSheet, type OpenSheet } from './use-sheet.ts';

/** For the one who asks: the questions of a shared interview with all that helps to judge the answers. */
export function PartnerPage() {
  useTitle('Partner sheet');
  const environment = useEnvironment();
  return <Page width="wide">{environment && <Sheet environment={environment} />}</Page>;
}

function Sheet({ environment }: { readonly environment: Environment }) {
  const open = useSheet(environment);
  const [place, setPlace] = useState(0);
  const names = useTopicNames();
  if (!open || !names) return null;
  const { sheet, error } = open;
  const count = sheet.drafts.length;
  if (count === 0) {
    return (
      <>
        <LinkTrouble link={open.link} />
        <NothingDrawn />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={place < count ? `Question ${place + 1} of ${count}` : 'Hand it over'}
        line={<Link to="/mock">Mock</Link>}
        lead={
          <span className={css['lead']}>
            {place < count
              ? `You ask, your partner answers aloud and does not see this. ${settingsInWords(sheet.settings, names)}.`
              : `${countOf(askedCount(sheet), 'question')} of ${count} asked.`}
          </span>
        }
      />
      {error !== null && (
        <p role="alert" className={css['error']}>
          {error}
        </p>
      )}
      <LinkTrouble link={open.link} />
      <Stack gap={6}>
        <Shown open={open} place={place} onCleared={() => setPlace(0)} />
        <Steps open={open} place={place} onPlace={setPlace} />
      </Stack>
    </>
  );
}

interface ShownProps {
  readonly open: OpenSheet;
  readonly place: number;
  readonly onCleared: () => void;
}

function Shown({ open, place, onCleared }: ShownProps) {
  if (place < open.sheet.drafts.length) return <OneQuestion key={place} open={open} place={place} />;
  if (askedCount(open.sheet) > 0) return <HandOver open={open} onCleared={onCleared} />;
  return <Muted>Nothing was asked yet, so there is nothing to hand over.</Muted>;
}

interface StepsProps {
  readonly open: OpenSheet;
  readonly place: number;
  readonly onPlace: (place: number) => void;
}

/** To the question before and the next; after the last one, the end. */
function Steps({ open: { sheet, send }, place, onPlace }: StepsProps) {
  const count = sheet.drafts.length;
  const go = (to: number): void => {
    send({ type: 'answered', nowMs: Date.now() });
    onPlace(to);
    window.scrollTo(0, 0);
  };
  return (
    <div className={css['steps']}>
      <Row>
        {place > 0 && (
          <Button icon="back" onClick={() => go(place - 1)}>
            Back
          </Button>
        )}
        {place < count - 1 && (
          <Button variant="plain" onClick={() => go(count)}>
            End here
          </Button>
        )}
      </Row>
      {place < count && (
        <Button variant="primary" onClick={() => go(place + 1)}>
          {place === count - 1 ? 'Hand it over' : 'Next question'}
        </Button>
      )}
    </div>
  );
}

function NothingDrawn() {
  return (
    <EmptyState
      level={1}
      icon="mic"
      title="This link holds no question that your bank has"
      actions={<Link to="/mock">Set up a mock</Link>}
    >
      The link may be cut off, or your partner has another bank. Ask for it again.
    </EmptyState>
  );
}
