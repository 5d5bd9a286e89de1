// @vitest-environment jsdom
import './jsdom-gaps.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>End session</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="End the session?"
        actions={<Button onClick={() => setOpen(false)}>End it</Button>}
      >
        The rest stays due.
      </Dialog>
    </>
  );
}

async function openIt() {
  const user = userEvent.setup();
  render(<Page />);
  const opener = screen.getByRole('button', { name: 'End session' });
  await user.click(opener);
  return { user, opener, dialog: screen.getByRole<HTMLDialogElement>('dialog', { name: 'End the session?' }) };
}

describe('Dialog', () => {
  test('is not there until it is opened, then it is modal and named by its title', async () => {
    render(<Page />);
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'End session' }));
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'End the session?' });
    expect(dialog.open).toBe(true);
    expect(screen.getByText('The rest stays due.')).toBeTruthy();
  });

  test('closes by its close button and gives focus back to what opened it', async () => {
    const { user, opener } = await openIt();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test('asks its owner to close when the browser cancels it, as Esc does', async () => {
    const { dialog, opener } = await openIt();
    const event = new Event('cancel', { cancelable: true });
    fireEvent(dialog, event);
    expect(event.defaultPrevented).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test('closes on a press on its backdrop, and not on one inside it', async () => {
    const { dialog } = await openIt();
    dialog.getBoundingClientRect = () => new DOMRect(100, 100, 200, 200);
    fireEvent.mouseDown(dialog, { clientX: 150, clientY: 150 });
    expect(dialog.open).toBe(true);
    fireEvent.mouseDown(screen.getByText('The rest stays due.'), { clientX: 5, clientY: 5 });
    expect(dialog.open).toBe(true);
    fireEvent.mouseDown(dialog, { clientX: 5, clientY: 5 });
    expect(dialog.open).toBe(false);
  });

  test('can be opened a second time', async () => {
    const { user, opener } = await openIt();
    await user.click(screen.getByRole('button', { name: 'End it' }));
    await user.click(opener);
    expect(screen.getByRole('dialog', { name: 'End the session?' })).toBeTruthy();
  });
});
