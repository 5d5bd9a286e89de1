// @vitest-environment jsdom
import './jsdom-gaps.ts';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Announcer, useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { CheckList, CheckRow } from '#ui/check-row.tsx';
import { CodeView, codeText } from '#ui/code-view.tsx';
import { House } from '#ui/house.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Meter } from '#ui/meter.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Shell } from '#ui/shell.tsx';
import { ErrorState } from '#ui/state.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';

describe('Button', () => {
  test('keeps its name and takes no press while it is busy', async () => {
    const onClick = vi.fn();
    render(
      <Button busy onClick={onClick}>
        Download backup
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Download backup' });
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-busy')).toBe('true');
  });

  test('never submits a form unless told to', () => {
    render(<Button>Cancel</Button>);
    expect(screen.getByRole<HTMLButtonElement>('button').type).toBe('button');
  });

  test('an icon button is named, and says whether it is down', () => {
    render(<IconButton icon="flag" label="Flag" pressed />);
    expect(screen.getByRole('button', { name: 'Flag', pressed: true })).toBeTruthy();
  });
});

describe('CheckRow', () => {
  test('is a check box named by its text, with its weight as its description', async () => {
    const onChange = vi.fn();
    render(
      <CheckList label="What you said">
        <CheckRow checked={false} note="core" onChange={onChange}>
          Raw bytes
        </CheckRow>
      </CheckList>,
    );
    const list = screen.getByRole('group', { name: 'What you said' });
    const box = within(list).getByRole('checkbox', { name: 'Raw bytes' });
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe('core');
    await userEvent.click(screen.getByText('Raw bytes'));
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe('Shell', () => {
  const shell = (current: string, bare = false) =>
    render(
      <Shell
        current={current}
        bare={bare}
        renderLink={({ to, active, className, content }) => (
          <a href={to} className={className} aria-current={active ? 'page' : undefined}>
            {content}
          </a>
        )}
      >
        <h1>Here</h1>
      </Shell>,
    );

  test('links to the six places and marks the one that is open', () => {
    shell('/library');
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Today',
      'Library',
      'Mock',
      'Paths',
      'Progress',
      'Settings',
    ]);
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Library');
  });

  test('lets a keyboard skip to the page', async () => {
    shell('/');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Skip to content');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('shows nothing but the page when it is bare', () => {
    shell('/', true);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('main').textContent).toBe('Here');
  });
});

describe('drawings in words', () => {
  test('the house is a table whose windows say their level', () => {
    render(
      <House
        caption="Recall by topic and tier"
        tiers={[
          { rung: 1, word: 'foundational' },
          { rung: 2, word: 'mid' },
        ]}
        rows={[{ id: 'webhooks', name: 'Webhooks', cells: [{ level: 0.92, label: '92%' }, null] }]}
      />,
    );
    const table = screen.getByRole('table', { name: 'Recall by topic and tier' });
    expect(within(table).getByRole('columnheader', { name: 'mid' })).toBeTruthy();
    expect(within(table).getByRole('rowheader', { name: 'Webhooks' })).toBeTruthy();
    expect(
      within(table)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['92%', 'nothing here']);
  });

  test('a lamp speaks its tier when the word is not shown', () => {
    render(<TierLamp rung={3} word="senior" />);
    expect(screen.getByRole('img', { name: 'senior' })).toBeTruthy();
  });

  test('meters and progress have a name and a value', () => {
    render(
      <>
        <Meter label="Path" value={0.46} text="46 of 100" />
        <ProgressBar label="Importing" value={2} max={7} text="2 of 7 packs" />
      </>,
    );
    expect(screen.getByRole<HTMLMeterElement>('meter', { name: 'Path' }).value).toBe(0.46);
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Importing' }).value).toBe(2);
  });

  test('a fault is read out with what is safe and what to do', () => {
    render(<ErrorState title="The disk is full" safe="Your reviews are stored." remedy="Free some space." />);
    const words = screen.getByRole('alert').textContent;
    expect(words).toContain('The disk is full');
    expect(words).toContain('Your reviews are stored.');
    expect(words).toContain('Free some space.');
  });
});

describe('CodeView', () => {
  const lines = [[['k', 'const'], ' a = ', ['n', '1'], ';'], ['a;']] as const;

  test('copies the listing as it reads, and says so', async () => {
    const user = userEvent.setup();
    render(<CodeView lang="js" title="A number" lines={lines} />);
    await user.click(screen.getByRole('button', { name: 'Copy A number' }));
    expect(await navigator.clipboard.readText()).toBe('const a = 1;\na;');
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  test('says why it was not run, and what it prints', () => {
    render(<CodeView lang="js" title="A number" lines={lines} run={{ not: 'needs Express' }} output="1" />);
    expect(screen.getByText('Not run here: needs Express')).toBeTruthy();
    expect(screen.getByText('1', { selector: 'samp' })).toBeTruthy();
  });

  test('a listing without lines is an empty text', () => {
    expect(codeText([])).toBe('');
  });
});

describe('Announcer', () => {
  function Speaker() {
    const { announce, toast } = useAnnounce();
    const undo = () => announce('Back again');
    return (
      <>
        <Button onClick={() => toast({ text: 'Buried', action: { label: 'Undo', onPress: undo } })}>Bury</Button>
        <Button onClick={() => announce('Not stored', 'assertive')}>Fail</Button>
      </>
    );
  }

  test('shows a message with a way back, says it, and lets it be dismissed', async () => {
    render(<Speaker />, { wrapper: Announcer });
    await userEvent.click(screen.getByRole('button', { name: 'Bury' }));
    expect(screen.getByRole('status').textContent).toBe('Buried');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('status').textContent).toBe('Back again');
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  test('a second message with the same words is a change, so it is spoken again', async () => {
    render(<Speaker />, { wrapper: Announcer });
    await userEvent.click(screen.getByRole('button', { name: 'Fail' }));
    const first = screen.getByRole('alert').textContent;
    await userEvent.click(screen.getByRole('button', { name: 'Fail' }));
    expect(first).toBe('Not stored');
    expect(screen.getByRole('alert').textContent).not.toBe(first);
  });

  test('a message goes by itself after its time, but not while it has focus', () => {
    vi.useFakeTimers();
    try {
      render(<Speaker />, { wrapper: Announcer });
      act(() => screen.getByRole('button', { name: 'Bury' }).click());
      act(() => screen.getByRole('button', { name: 'Undo' }).focus());
      act(() => void vi.advanceTimersByTime(20_000));
      expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
      act(() => screen.getByRole('button', { name: 'Undo' }).blur());
      act(() => void vi.advanceTimersByTime(8_000));
      expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
