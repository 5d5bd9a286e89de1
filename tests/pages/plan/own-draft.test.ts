/** A question of one's own while it is written. */
import { expect, test } from 'vitest';
import { draftOf, ownOf, withPoint } from '#pages/own/draft.ts';
import { ownQuestion } from '../../support/item-builders.ts';

test('a point that was removed leaves its memory to none that is written later, saved or not', () => {
  const OWN = ownQuestion();
  const gone = OWN.points.at(-1)!.id;
  const without = ownOf(withPoint(draftOf(OWN), 1, { text: '' }), OWN.id);
  const index = without.points.length;
  const later = ownOf(withPoint(draftOf(without), index, { text: 'A page cache lies between' }), OWN.id);
  expect(later.points).toHaveLength(2);
  expect(later.points.map(({ id }) => id)).not.toContain(gone);
});
