// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Menu } from '#ui/menu.tsx';

function setUp() {
  const bury = vi.fn();
  const suspend = vi.fn();
  render(
    <>
      <Menu
        label="More actions"
        items={[
          { id: 'bury', label: 'Bury until tomorrow', onSelect: bury },
          { id: 'note', label: 'Note', onSelect: vi.fn(), disabled: true },
          { id: 'suspend', label: 'Suspend', onSelect: suspend },
        ]}
      />
      <button type="button">After</button>
    </>,
  );
  return { bury, suspend, user: userEvent.setup(), button: screen.getByRole('button', { name: 'More actions' }) };
}

const focused = () => document.activeElement?.textContent;

describe('Menu', () => {
  test('opens on a press with the first item in focus, and says so', async () => {
    const { user, button } = setUp();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    expect(screen.getByRole('menu', { name: 'More actions' })).toBeTruthy();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Bury until tomorrow');
  });

  test('opens upwards from its last item', async () => {
    const { user, button } = setUp();
    button.focus();
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Suspend');
  });

  test('walks with arrows round both ends, with Home and End, and with a first letter', async () => {
    const { user, button } = setUp();
    button.focus();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(focused()).toBe('Suspend');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Bury until tomorrow');
    await user.keyboard('{End}');
    expect(focused()).toBe('Suspend');
    await user.keyboard('{Home}n');
    expect(focused()).toBe('Note');
  });

  test('does what is chosen, closes, and gives focus back', async () => {
    const { user, button, suspend, bury } = setUp();
    button.focus();
    await user.keyboard('{ArrowDown}s{Enter}');
    expect(suspend).toHaveBeenCalledOnce();
    expect(bury).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('closes on Escape without doing anything', async () => {
    const { user, button, bury } = setUp();
    await user.click(button);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(bury).not.toHaveBeenCalled();
  });

  test('closes on Tab, which goes on to what comes after the menu', async () => {
    const { user, button } = setUp();
    await user.click(button);
    await user.tab();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('After');
  });

  test('closes when something beside it is pressed', async () => {
    const { user, button } = setUp();
    await user.click(button);
    await user.click(screen.getByRole('button', { name: 'After' }));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('stays open on an item that cannot be chosen now', async () => {
    const { user, button } = setUp();
    await user.click(button);
    await user.click(screen.getByRole('menuitem', { name: 'Note' }));
    expect(screen.getByRole('menuitem', { name: 'Note' }).getAttribute('aria-disabled')).toBe('true');
  });
});
