// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi, onTestFinished } from 'vitest';
import type { Item } from '#bank/item.ts';
import { eventBase } from '../../support/builders.ts';
import { errorEntry, question, sheet, snippet } from '../../support/item-builders.ts';
import { seededClock } from '../../support/clock.ts';
import { practise } from '../../support/practice.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { address, renderApp, stopCalendar } from '../../support/render-app.tsx';
import { SMALL_BANK } from '../../support/test-bank.ts';
import { openTestDb } from '../../support/test-db.ts';

const NOON = Date.UTC(2026, 10, 22, 14);
const paragraph = (text: string) => [{ t: 'p', c: [text] }] as const;

async function open(at: string, items: readonly Item[] = SMALL_BANK) {
  stopCalendar(NOON);
  const { db } = await openTestDb(items);
  const user = renderApp(at, db);
  await screen.findByRole('heading', { level: 1 });
  return { db, user };
}

/** A window of a phone: no media query about width matches. */
function onPhone(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}

describe('the page of an error', () => {
  test('shows the message as it is printed, in all variants, and every layer open', async () => {
    const layers = {
      symptom: paragraph('It hangs.'),
      cause: paragraph('No limit.'),
      fix: paragraph('Set one.'),
      verify: paragraph('Wait.'),
      wrongFixes: paragraph('Retry for ever.'),
      prevention: paragraph('Lint it.'),
    };
    onPhone();
    await open('/q/err-a', [
      errorEntry('err-a', { language: 'php', messages: ['Fatal: timeout\n  at main', 'Warning: slow'], layers }),
    ]);
    expect(screen.getByRole('figure').querySelector('pre')?.textContent).toBe(
      'Fatal: timeout\n  at main\n\nWarning: slow\n',
    );
    expect(screen.getByText('error in PHP')).toBeTruthy();
    const folds = [...document.querySelectorAll('details')];
    expect(folds.map((fold) => fold.querySelector('h2')?.textContent)).toEqual([
      'Symptom',
      'Root cause',
      'Fix',
      'How to verify',
      'Wrong fixes',
      'Prevention',
    ]);
    expect(folds.every((fold) => fold.open)).toBe(true);
  });

  test('has nothing to suspend or reset, since it is not asked', async () => {
    const { user } = await open('/q/err-timeout');
    await user.click(screen.getByRole('button', { name: 'More' }));
    const names = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(names).toEqual(['Copy link', 'Print']);
    expect(screen.queryByText('Your memory')).toBeNull();
  });

  test('can be flagged and found again in the Library', async () => {
    const { db, user } = await open('/q/err-timeout');
    await user.click(screen.getByRole('button', { name: 'Flag' }));
    await screen.findAllByText('Flagged.');
    expect(await db.marks.get('err-timeout' as never)).toMatchObject({ flagged: 1 });
    expect((await db.cards.where('item').equals('err-timeout').toArray()).map((row) => row.queue)).toEqual(['off']);
  });
});

test('a snippet shows its purpose, then its code', async () => {
  const code = { t: 'code', lang: 'ts', title: 'fetch.ts', lines: [['await fetch(url);']] } as const;
  await open('/q/snip-a', [
    snippet('snip-a', { layers: { code: [code], adapt: paragraph('Change it.'), pitfalls: [] } }),
  ]);
  await screen.findByText('await fetch(url);');
  const { textContent } = screen.getByRole('article');
  expect(textContent.indexOf('What snip-a is for.')).toBeLessThan(textContent.indexOf('await fetch(url);'));
  expect(screen.getByRole('button', { name: 'Copy fetch.ts' })).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
    'Code',
    'Adapt',
    'Sources',
    'Tags',
  ]);
});

describe('the page of a sheet', () => {
  const body = [
    ...paragraph('Learn these.'),
    {
      t: 'table',
      caption: 'By heart',
      align: [null, null, null],
      head: [['Code'], ['Name'], ['Means']],
      rows: [[['200'], ['OK'], ['fine']]],
    },
    { t: 'h', level: 2, c: ['More'] },
    ...paragraph('And these.'),
  ] as const;

  test('is a table where there is room', async () => {
    await open('/q/sheet-a', [sheet('sheet-a', { body })]);
    const table = screen.getByRole('table', { name: 'By heart' });
    expect(within(table).getByRole('rowheader').textContent).toBe('200');
    expect(screen.getByRole('heading', { level: 2, name: 'More' })).toBeTruthy();
  });

  test('is a list of small cards on a phone, with nothing to push sideways', async () => {
    onPhone();
    await open('/q/sheet-a', [sheet('sheet-a', { body })]);
    expect(screen.queryByRole('table')).toBeNull();
    const figure = screen.getByRole('figure');
    expect(within(figure).getByRole('listitem').textContent).toBe('200 OKMeansfine');
    expect(within(figure).getByRole('term').textContent).toBe('Means');
    expect(screen.getByRole('table', { name: 'By heart', hidden: true }), 'for paper').toBeTruthy();
  });

  const marked = [
    { ...body[1], caption: 'What `==` does' },
    { t: 'callout', kind: 'trap', title: 'Not `===`', c: paragraph('Mind it.') },
    { t: 'timeline', title: 'When `await` yields', rows: [{ at: '0 s', who: 'Task', what: 'waits' }] },
    { t: 'flow', title: 'Where `next()` leads', nodes: [{ text: 'a' }, { text: 'b' }], edges: [{ from: 0, to: 1 }] },
  ] as const;

  test('draws what its captions and titles mark as code', async () => {
    await open('/q/sheet-a', [sheet('sheet-a', { body: marked })]);
    const table = screen.getByRole('table', { name: 'What == does' });
    expect(table.querySelector('caption code')?.textContent).toBe('==');
    const callout = screen.getByRole('complementary', { name: 'Trap Not ===' });
    expect(within(callout).getByText('===').tagName).toBe('CODE');
    for (const [name, code] of [
      ['When await yields', 'await'],
      ['Where next() leads', 'next()'],
    ] as const)
      expect(screen.getByRole('figure', { name }).querySelector('figcaption code')?.textContent).toBe(code);
  });

  test('draws the code of a caption on a phone too', async () => {
    onPhone();
    await open('/q/sheet-a', [sheet('sheet-a', { body: marked })]);
    const [table] = screen.getAllByRole('figure');
    expect(table?.querySelector('figcaption code')?.textContent).toBe('==');
  });
});

test('the layers of a question are folded on a phone', async () => {
  onPhone();
  await open('/q/q-a', [question('q-a')]);
  expect([...document.querySelectorAll('details')].map((fold) => fold.open)).toEqual(Array(6).fill(false));
});

test('a path leads on to its own page', async () => {
  await open('/q/path-web');
  expect(address()).toBe('/paths/path-web');
});

describe('an id that the bank does not have', () => {
  test('says so and offers the Library', async () => {
    const { user } = await open('/q/no-such-thing');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing in the bank has this name');
    await user.click(screen.getByRole('button', { name: 'Open the Library' }));
    expect(address()).toBe('/library');
  });

  test('of an item that left names its successor', async () => {
    stopCalendar(NOON);
    const { db } = await openTestDb();
    const [bank] = await db.banks.toArray();
    if (!bank) throw new Error('no bank');
    const retired = [{ id: 'q-old', successor: 'q-two' }, { id: 'q-older' }];
    await db.banks.put({ ...bank, manifest: { ...bank.manifest, retired } });
    renderApp('/q/q-old', db);
    const link = await screen.findByRole('link', { name: 'What is q-two?' });
    expect(link.getAttribute('href')).toBe('/q/q-two');
  });

  test('of an item that left shows what the person noted of it', async () => {
    stopCalendar(NOON);
    const { db } = await openTestDb();
    await recordLog(db, [{ ...eventBase(1, 'q-gone'), type: 'noted', text: 'Ask for the raw body.' }]);
    renderApp('/q/q-gone', db);
    const note = await screen.findByRole('region', { name: 'Your note' });
    expect(note.textContent).toContain('Ask for the raw body.');
    expect(screen.getByText(/your history of it is kept/u)).toBeTruthy();
  });

  test('of an item that left without a successor says that its history is kept', async () => {
    stopCalendar(NOON);
    const { db } = await openTestDb();
    await practise(db, seededClock(1, NOON - 1000)).grade('q-left', 3);
    renderApp('/q/q-left', db);
    expect(await screen.findByText(/It was here once, and your history of it is kept/u)).toBeTruthy();
  });
});
