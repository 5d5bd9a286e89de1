/** How much of the bank has come on a first visit. Set by the start-up. */
import { create } from 'zustand';

export interface BankArrival {
  readonly done: number;
  readonly total: number;
}

export const useBankArrival = create<{ readonly arrival: BankArrival | null }>(() => ({ arrival: null }));

/** How far it is; null once the bank is whole, or will not be for now. */
export function setBankArrival(arrival: BankArrival | null): void {
  useBankArrival.setState({ arrival });
}
