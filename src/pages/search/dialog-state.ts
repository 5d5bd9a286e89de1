/** Whether the search dialog is open: anything may open it. */
import { create } from 'zustand';

interface DialogState {
  readonly open: boolean;
  /** What was typed before the dialog was there to take it. */
  readonly early: string;
}

export const useSearchDialog = create<DialogState>(() => ({ open: false, early: '' }));

export function openSearchDialog(): void {
  useSearchDialog.setState({ open: true, early: '' });
}

export function typeEarly(letter: string): void {
  useSearchDialog.setState(({ early }) => ({ early: early + letter }));
}

export function closeSearchDialog(): void {
  useSearchDialog.setState({ open: false });
}
