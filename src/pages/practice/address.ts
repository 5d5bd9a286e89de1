/** Addresses of practice: a list of the Library, asked without touching the schedule. */
import { listName, NO_FILTERS, type Filters } from '#pages/library/filters.ts';

/** More cards than this are not asked in one go. */
export const PRACTICE_LIMIT = 200;

/** Practice over a list of the Library. */
export function practiceAddress(filters: Filters): string {
  return `/practice?${listName(filters)}`;
}

/** Practice of one item: a question, an error, a snippet, or the rows of a sheet. */
export function drillAddress(id: string): string {
  return practiceAddress({ ...NO_FILTERS, chosen: [id] });
}
