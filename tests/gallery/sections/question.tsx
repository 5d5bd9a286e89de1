import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Callout } from '#ui/callout.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page } from '#ui/page.tsx';
import { PairView } from '#ui/pair-view.tsx';
import { Prose } from '#ui/prose.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';

const BAD = {
  lang: 'js',
  title: 'Parsed first',
  why: 'Other bytes, other hash: every signature fails',
  run: { not: 'needs Express' },
  lines: [
    ['app.', ['f', 'use'], '(express.', ['f', 'json'], '())'],
    [['f', 'verify'], '(', ['t', 'JSON'], '.', ['f', 'stringify'], '(req.body), sig)'],
    [['c', '// other bytes, other hash']],
  ],
} as const;

const GOOD = {
  lang: 'js',
  title: 'Raw bytes',
  why: 'The HMAC sees what the provider signed',
  run: { not: 'needs Express' },
  lines: [
    ['app.', ['f', 'post'], '(', ['s', "'/hook'"], ', express.', ['f', 'raw'], '({ type: ', ['s', "'*/*'"], ' }),'],
    ['  (req, res) ', ['k', '=>'], ' ', ['f', 'verify'], '(req.body, sig))'],
    [['c', '// then parse, dedupe, enqueue, 2xx']],
  ],
} as const;

export function QuestionSection() {
  const [layer, setLayer] = useState<'30' | '120' | '600'>('120');
  return (
    <Page>
      <div className="meta">
        <span className="muted">
          <TierLamp rung={2} word="mid" showWord /> · webhooks / security · 90 seconds
        </span>
        <Segmented
          label="Length of the answer"
          options={[
            { value: '30', label: '30 s' },
            { value: '120', label: '2 min' },
            { value: '600', label: '10 min' },
          ]}
          value={layer}
          onChange={setLayer}
        />
      </div>
      <h1>How does a receiver verify that a webhook is authentic?</h1>
      <Prose variant="said">
        <p>
          Anyone can post to a public endpoint, so trust comes from a secret that only the provider and you know.
          Recompute the HMAC over the raw request bytes, compare it in constant time with the signature header, and
          reject a stale signed timestamp, all before the body is parsed.
        </p>
      </Prose>
      <PairView bad={BAD} good={GOOD} />
      <Callout kind="trap" title="Unequal lengths">
        <p>
          <code>timingSafeEqual</code> throws when the lengths differ: compare lengths first.
        </p>
      </Callout>
      <div>
        <Disclosure summary="Common mistakes" note="4">
          Parsing first.
        </Disclosure>
        <Disclosure summary="In production">At night.</Disclosure>
        <Disclosure summary="What the interviewer wants">Bytes.</Disclosure>
      </div>
      <Button variant="primary">Review now</Button>
    </Page>
  );
}
