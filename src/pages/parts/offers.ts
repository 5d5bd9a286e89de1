/** What the app would like to offer, shown only at a quiet moment on Today: never during a review. */
import { create } from 'zustand';

export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly onPress: () => void }[];
}

export const useOffers = create<{ readonly offers: readonly Offer[] }>(() => ({ offers: [] }));

/** Puts an offer up, in place of an older one with the same id. */
export function putOffer(offer: Offer): void {
  useOffers.setState(({ offers }) => ({ offers: [...offers.filter((each) => each.id !== offer.id), offer] }));
}

/** Takes an offer down. */
export function dropOffer(id: string): void {
  useOffers.setState(({ offers }) => ({ offers: offers.filter((each) => each.id !== id) }));
}
