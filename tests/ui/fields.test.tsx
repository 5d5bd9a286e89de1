// @vitest-environment jsdom
import './jsdom-gaps.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { NumberField } from '#ui/number-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { Select, TextField } from '#ui/text-field.tsx';

const LENGTHS = [
  { value: 'short', label: '30 s' },
  { value: 'middle', label: '2 min' },
  { value: 'long', label: '10 min' },
] as const;

function Lengths({ onChange }: { readonly onChange: (value: string) => void }) {
  const [value, setValue] = useState<'short' | 'middle' | 'long'>('middle');
  const change = (next: 'short' | 'middle' | 'long') => {
    setValue(next);
    onChange(next);
  };
  return <Segmented label="Length" options={LENGTHS} value={value} onChange={change} />;
}

function Cards({ step = 1, start = 20 }: { readonly step?: number; readonly start?: number }) {
  const [value, setValue] = useState(start);
  return (
    <NumberField
      label="New cards"
      min={0}
      max={30}
      step={step}
      unit="a day"
      value={value}
      onChange={setValue}
      hint="Reviews come on top."
    />
  );
}

const box = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'New cards' });

/** What is read with a control, beyond its name. */
function wordsOf(control: HTMLElement): string {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('Segmented', () => {
  test('is a named group of radio buttons with one tab stop, on the chosen one', async () => {
    render(<Lengths onChange={vi.fn()} />);
    expect(screen.getByRole('group', { name: 'Length' })).toBeTruthy();
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: '2 min' }));
  });

  test('chooses with arrow keys, round the end', async () => {
    const onChange = vi.fn();
    render(<Lengths onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(onChange.mock.calls).toEqual([['long'], ['short']]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '30 s' }).checked).toBe(true);
  });
});

describe('NumberField', () => {
  test('is a spin button with its range, its unit and its hint', () => {
    render(<Cards />);
    expect(box().getAttribute('aria-valuemin')).toBe('0');
    expect(box().getAttribute('aria-valuemax')).toBe('30');
    expect(box().getAttribute('aria-valuetext')).toBe('20 a day');
    expect(wordsOf(box())).toBe('Reviews come on top. 0 to 30');
  });

  test('steps with its buttons, with arrows, and by ten with the page keys', async () => {
    render(<Cards />);
    await userEvent.click(screen.getByRole('button', { name: 'More: New cards' }));
    await userEvent.click(screen.getByRole('button', { name: 'More: New cards' }));
    await userEvent.click(screen.getByRole('button', { name: 'Less: New cards' }));
    expect(box().value).toBe('21');
    box().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(box().value).toBe('19');
    await userEvent.keyboard('{PageDown}');
    expect(box().value).toBe('9');
  });

  test('stops at both ends', async () => {
    render(<Cards start={29} />);
    box().focus();
    await userEvent.keyboard('{PageUp}');
    expect(box().value).toBe('30');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More: New cards' }).disabled).toBe(true);
  });

  test('takes what is typed when the field is left', async () => {
    render(<Cards />);
    await userEvent.clear(box());
    await userEvent.type(box(), '29');
    await userEvent.tab();
    expect(box().value).toBe('29');
    expect(box().getAttribute('aria-valuenow')).toBe('29');
    expect(box().getAttribute('aria-invalid')).toBeNull();
  });

  test.each(['400', '-1', '7.5', 'many', '1e1', ' '])(
    'keeps %j as it was typed, says the range, sets nothing',
    async (text) => {
      const onChange = vi.fn();
      render(<NumberField label="New cards" min={0} max={30} value={20} onChange={onChange} />);
      await userEvent.clear(box());
      await userEvent.type(box(), text);
      expect(screen.queryByRole('alert')).toBeNull();
      await userEvent.tab();
      expect(box().value).toBe(text);
      expect(box().getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByRole('alert').textContent).toBe(
        'Write a whole number from 0 to 30. Until then it stays at 20.',
      );
      expect(wordsOf(box())).toBe(screen.getByRole('alert').textContent);
      expect(onChange).not.toHaveBeenCalled();
    },
  );

  test('a fault goes as soon as what is typed fits, and on Escape', async () => {
    render(<Cards />);
    await userEvent.clear(box());
    await userEvent.type(box(), '300{Enter}');
    expect(screen.getByRole('alert')).toBeTruthy();
    await userEvent.type(box(), '{Backspace}');
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.type(box(), '0{Enter}{Escape}');
    expect(box().value).toBe('20');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a press on more or less goes on from the number that holds', async () => {
    render(<Cards />);
    await userEvent.clear(box());
    await userEvent.type(box(), '300');
    await userEvent.click(screen.getByRole('button', { name: 'More: New cards' }));
    expect(box().value).toBe('21');
  });

  test.each(['1000', '1,000', '1.000', '1 000', '1’000'])('reads %s as a thousand', async (text) => {
    const onChange = vi.fn();
    render(<NumberField label="New cards" min={0} max={5000} value={20} onChange={onChange} />);
    await userEvent.clear(box());
    await userEvent.type(box(), `${text}{Enter}`);
    expect(onChange.mock.calls).toEqual([[1000]]);
  });

  test('adds tenths without a tail, and reads a decimal comma', async () => {
    render(<Cards step={0.1} start={0.2} />);
    box().focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(box().value).toBe('0.3');
    await userEvent.clear(box());
    await userEvent.type(box(), '1,5{Enter}');
    expect(box().value).toBe('1.5');
  });
});

describe('Tabs', () => {
  function Views() {
    const [view, setView] = useState<'topic' | 'tier'>('topic');
    return (
      <Tabs
        label="View"
        tabs={[
          { value: 'topic', label: 'By topic' },
          { value: 'tier', label: 'By tier' },
        ]}
        value={view}
        onChange={setView}
      >
        {view}
      </Tabs>
    );
  }

  test('move with arrows and End, and the panel is named by its tab', async () => {
    render(<Views />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'By tier', selected: true })).toBe(document.activeElement);
    expect(screen.getByRole('tabpanel', { name: 'By tier' }).textContent).toBe('tier');
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'By topic', selected: true })).toBe(document.activeElement);
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('tab', { name: 'By tier', selected: true })).toBeTruthy();
  });
});

describe('the other fields', () => {
  test('a switch has its label as its name, its hint as its description, and says its state', async () => {
    const onChange = vi.fn();
    render(<Switch label="Two buttons" hint="Again and Good." checked={false} onChange={onChange} />);
    const toggle = screen.getByRole('switch', { name: 'Two buttons' });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    await userEvent.click(toggle);
    expect(onChange).toHaveBeenCalledWith(true);
  });

  test('a text field reads its fault with it', () => {
    render(<TextField label="Date" error="That day is in the past." />);
    const input = screen.getByRole('textbox', { name: 'Date' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'That day is in the past.',
    );
  });

  test('a select reports the value that belongs to the chosen words', async () => {
    const onChange = vi.fn();
    render(<Select label="Length" options={LENGTHS} value="middle" onChange={onChange} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Length' }), '10 min');
    expect(onChange).toHaveBeenCalledWith('long');
  });
});
