// @vitest-environment jsdom
/** Words of one's own are never lost: not by Escape, not by Back, not by their length. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { NoteSheet } from '#pages/parts/note-sheet.tsx';
import { MAX_NOTE_LENGTH } from '#review/event.ts';
import '../../ui/jsdom-gaps.ts';

function show(keeps = true) {
  const onSave = vi.fn<(text: string) => Promise<boolean>>(() => Promise.resolve(keeps));
  const onClose = vi.fn<() => void>();
  const { unmount } = render(<NoteSheet item="q-one" open note="old" onSave={onSave} onClose={onClose} />);
  return { onSave, onClose, unmount };
}

const field = () => screen.getByRole('textbox', { name: 'Note' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const escape = () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
const described = () =>
  (field().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('a note', () => {
  test('is written at once, after the words that are there', () => {
    show();
    expect(document.activeElement).toBe(field());
    expect(field()).toHaveProperty('selectionStart', 3);
  });

  test('is kept when Escape closes it', async () => {
    const { onSave, onClose } = show();
    type('old and new ');
    escape();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(onSave.mock.calls).toEqual([['old and new']]);
  });

  test('is kept when its page is left', () => {
    const { onSave, unmount } = show();
    type('half a thou');
    unmount();
    expect(onSave.mock.calls).toEqual([['half a thou']]);
  });

  test('is kept when the browser leaves the page', () => {
    const { onSave } = show();
    type('half a thou');
    window.dispatchEvent(new Event('pagehide'));
    expect(onSave.mock.calls).toEqual([['half a thou']]);
  });

  test('that was stored when the browser left is not stored again when its page goes', () => {
    const { onSave, unmount } = show();
    type('half a thou');
    window.dispatchEvent(new Event('pagehide'));
    unmount();
    expect(onSave).toHaveBeenCalledOnce();
  });

  test('that is too long to be stored waits for the next opening, until it is discarded', () => {
    const long = 'y'.repeat(MAX_NOTE_LENGTH + 3);
    const first = show();
    type(long);
    first.unmount();
    expect(first.onSave).not.toHaveBeenCalled();
    const second = show();
    expect(field()).toHaveProperty('value', long);
    fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    second.unmount();
    show();
    expect(field()).toHaveProperty('value', 'old');
  });

  test('that was not changed is not stored again', async () => {
    const { onSave, onClose, unmount } = show();
    type('old ');
    escape();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    unmount();
    expect(onSave).not.toHaveBeenCalled();
  });

  test('can be left as it was', () => {
    const { onSave, onClose, unmount } = show();
    type('a slip');
    fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    expect(onSave).not.toHaveBeenCalled();
  });

  test('that could not be stored stays on screen and says so', async () => {
    const { onClose } = show(false);
    type('words');
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(() => expect(described()).toContain('Not saved'));
    expect(onClose).not.toHaveBeenCalled();
    expect(field()).toHaveProperty('value', 'words');
  });

  test('says how much room is left before it is full, and is never cut', () => {
    const { onSave, onClose } = show();
    type('x'.repeat(MAX_NOTE_LENGTH - 12));
    expect(described()).toContain('12 characters left');
    const long = 'x'.repeat(MAX_NOTE_LENGTH + 5);
    type(long);
    expect(field()).toHaveProperty('value', long);
    expect(field().hasAttribute('maxlength')).toBe(false);
    expect(described()).toContain('5 characters too many');
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    escape();
    expect(onSave).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('5 characters too many');
  });
});
