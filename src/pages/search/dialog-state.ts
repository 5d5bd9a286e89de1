/** Whether the search dialog is open: anything may open it. */
import { create } from 'zustand';

export const useSearchDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export function openSearchDialog(): void {
  useSearchDialog.setState({ open: true });
}

export function closeSearchDialog(): void {
  useSearchDialog.setState({ open: false });
}
