import { Callout } from '#ui/callout.tsx';
import { CodeView } from '#ui/code-view.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Flow } from '#ui/flow.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { Prose } from '#ui/prose.tsx';
import { Timeline } from '#ui/timeline.tsx';

const CALLOUTS = ['trap', 'insight', 'senior', 'example', 'warning', 'impact'] as const;

const LINES = [
  [['k', 'import'], ' { createHmac } ', ['k', 'from'], ' ', ['s', "'node:crypto'"], ';'],
  [
    ['k', 'const'],
    ' mac = ',
    ['f', 'createHmac'],
    '(',
    ['s', "'sha256'"],
    ', secret).',
    ['f', 'update'],
    '(raw).',
    ['f', 'digest'],
    '();',
  ],
  [
    'console.',
    ['f', 'log'],
    '(mac.length === ',
    ['n', '32'],
    '); ',
    ['c', '// a line so long that a phone must scroll it'],
  ],
] as const;

export function ContentSection() {
  return (
    <Page>
      <PageHeader title="Content" />
      <Prose>
        <p>
          A paragraph with <code>code</code>, <strong>weight</strong> and a <a href="#x">link</a>. The MAC covers bytes.
        </p>
        <ul>
          <li>Parse first, and every signature fails.</li>
          <li>
            Compare with <code>===</code>, and time leaks.
          </li>
        </ul>
        <Flow
          title="One key, four possible answers"
          nodes={[
            { lane: 'Client', text: 'POST with key' },
            { lane: 'Server', text: 'insert key row' },
            { lane: 'Server', text: 'run the work once' },
            { lane: 'Server', text: 'compare fingerprint' },
            { lane: 'Server', text: 'store status and body' },
            { lane: 'Client', text: '201' },
            { lane: 'Client', text: '422' },
            { lane: 'Client', text: '409, try later' },
            { lane: 'Client', text: 'stored 201' },
          ]}
          edges={[
            { from: 0, to: 1 },
            { from: 1, to: 2, label: 'inserted' },
            { from: 1, to: 3, label: 'row exists' },
            { from: 2, to: 4 },
            { from: 4, to: 5 },
            { from: 3, to: 6, label: 'differs' },
            { from: 3, to: 7, label: 'same, running' },
            { from: 3, to: 8, label: 'same, finished' },
          ]}
        />
        <Timeline
          title="A late acknowledgement"
          rows={[
            { at: '0 s', who: 'Provider', what: 'POST, attempt 1', state: 'waiting' },
            { at: '10 s', who: 'Provider', what: 'gives up, schedules attempt 2', state: 'failed' },
            { at: '12 s', who: 'Receiver', what: 'finishes the work and answers 200 to nobody', state: 'done once' },
          ]}
        />
        <DataTable
          caption="Methods and their promises"
          align={[null, null, 'center', 'center', null, null]}
          head={['Method', 'Does', 'Safe', 'Idempotent', 'Request body', 'Typical success']}
          rows={[
            ['GET', 'read', 'yes', 'yes', 'no meaning', '200, 304'],
            ['POST', 'create or process', 'no', 'no', 'yes', '201, 200, 202'],
            ['PUT', 'replace, or create at a known URI', 'no', 'yes', 'whole representation', '200, 201, 204'],
          ]}
        />
        <CodeView lang="js" title="The length of a MAC" lines={LINES} run={{ by: 'node' }} output="true" />
        {CALLOUTS.map((kind) => (
          <Callout key={kind} kind={kind} title="Unequal lengths">
            <p>
              <code>timingSafeEqual</code> throws when the lengths differ.
            </p>
          </Callout>
        ))}
      </Prose>
    </Page>
  );
}
