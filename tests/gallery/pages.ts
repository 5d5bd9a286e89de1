/** The gallery's pages, by the name in the address. */
export const PAGES = ['today', 'review', 'question', 'house', 'controls', 'content', 'states', 'flows'] as const;
export type GalleryPage = (typeof PAGES)[number];
