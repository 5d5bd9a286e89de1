import { useState } from 'react';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { GradeBar } from '#ui/grade-bar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Page } from '#ui/page.tsx';
import { Prose } from '#ui/prose.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';

const POINTS = [
  ['Trust comes from a secret shared with the provider', 'core'],
  ['Recompute, compare, reject before any effect', 'core'],
  ['Raw bytes, never re-serialised JSON', 'core'],
  ['Constant-time comparison', 'detail'],
] as const;

export function ReviewSection() {
  const [said, setSaid] = useState<readonly number[]>([0, 1, 3]);
  return (
    <>
      <Page>
        <div className="review-head">
          <IconButton icon="close" label="End session" />
          <TierLamp rung={2} word="mid" showWord />
          <span>7 of 18</span>
        </div>
        <h1>How does a receiver verify that a webhook is authentic?</h1>
        <Prose variant="said">
          <p>
            Recompute the HMAC over the raw bytes with the shared secret, compare in constant time with the signature
            header, and reject a stale signed timestamp, before anything else happens.
          </p>
        </Prose>
        <CheckList label="What you said">
          {POINTS.map(([text, weight], index) => (
            <CheckRow
              key={text}
              note={weight}
              checked={said.includes(index)}
              onChange={(on) => setSaid(on ? [...said, index] : said.filter((other) => other !== index))}
            >
              {text}
            </CheckRow>
          ))}
        </CheckList>
        <div>
          <Disclosure summary="Deep dive" note="3 min">
            The MAC covers bytes.
          </Disclosure>
          <Disclosure summary="Common mistakes" note="4">
            Parsing first.
          </Disclosure>
        </div>
      </Page>
      <GradeBar
        proposed="again"
        onGrade={() => undefined}
        choices={[
          { grade: 'again', interval: '10 min', hint: '1' },
          { grade: 'hard', interval: '2 d', hint: '2' },
          { grade: 'good', interval: '5 d', hint: '3' },
          { grade: 'easy', interval: '12 d', hint: '4' },
        ]}
      />
    </>
  );
}
