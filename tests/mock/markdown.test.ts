/** A report as Markdown. */
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '#mock/markdown.ts';
import { FULL_RECORD, mockAnswer, mockPoint, mockRecord } from '../support/mock-records.ts';

const said = mockPoint('c1');
const missed = mockPoint('c2', { heard: 'missed' });
const full = mockAnswer({ points: [said] });
const none = mockAnswer({ points: [missed] });

describe('as Markdown', () => {
  const input = {
    title: 'Panel, 15 minutes',
    date: 'Sunday, 22 November',
    climbed: null,
    pointText: () => 'Bytes first',
    topicName: (topic: string) => `Name of ${topic}`,
  };

  test('a report says the same as on screen', () => {
    const text = reportMarkdown({ ...input, record: FULL_RECORD });
    expect(text).toContain('# Panel, 15 minutes\n');
    expect(text).toContain('- Thinking 20 s, speaking 2 min 0 s, follow-ups 9 s\n- Paused 0 s, away 5 s');
    expect(text).toContain('## Missed\n\n- Bytes first (core, question 1, came when asked)');
    expect(text).toContain('Next time: Name the raw bytes first.');
    expect(text).toContain('Took: A lock (wrong)');
    expect(text).toContain('- Name of web/http: 38% in 2 answers');
    expect(text).toContain('Follow-ups:\n\n- And if it is retried? (not answered)');
    expect(text).toContain('mid, Name of web/http: ');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('words of others open no heading, list, link or HTML', () => {
    const answer = mockAnswer({ title: '# <b>x</b>', notes: 'a\n## b', next: '[x](y)' });
    const text = reportMarkdown({ ...input, record: mockRecord({ answers: [answer] }) });
    expect(text).toContain(String.raw`## 1. \# \<b\>x\</b\>`);
    expect(text).toContain(String.raw`Notes: a \#\# b`);
    expect(text).toContain(String.raw`Next time: \[x\](y)`);
  });

  test('a ladder names its ceilings', () => {
    const text = reportMarkdown({
      ...input,
      climbed: { 'web/http': 1 },
      record: mockRecord({ answers: [full, { ...none, tier: 'senior' }] }),
    });
    expect(text).toContain('- Ceiling in Name of web/http: mid');
  });
});
