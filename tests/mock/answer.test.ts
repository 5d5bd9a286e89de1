/** What became of a point: said in the answer, brought out by a follow-up, or missed. */
import { expect, test } from 'vitest';
import type { PointId } from '#bank/item.ts';
import { pointsHeard, recordOf } from '#mock/answer.ts';
import { newDraft, withTick, type AskedFollowUp } from '#mock/run.ts';
import { parseMockRecord } from '#review/mock-record.ts';
import { itemId, pointId } from '../support/builders.ts';
import { keyPoint, question } from '../support/item-builders.ts';
import { candidate } from './candidates.ts';
import { begin, START } from './runs.ts';

const C1 = pointId('c1');

function heard(over: { ticked?: boolean; touched?: PointId[]; followUp?: Partial<AskedFollowUp> }): string | undefined {
  const { ticked = true, touched = [], followUp } = over;
  const followUps = followUp ? [{ ask: 'Why?', points: [C1], held: null, tookMs: 9000, ...followUp }] : [];
  const draft = { ...newDraft(candidate('q-one')), ticked: ticked ? { [C1]: null } : {}, touched, followUps };
  return pointsHeard(question('q-one'), draft).find(({ id }) => id === C1)?.heard;
}

test.each([
  ['a point that was not ticked is missed', { ticked: false, followUp: {} }, 'missed'],
  ['without a follow-up it was said', {}, 'said'],
  ['with one that was answered it was prompted', { followUp: { held: true } }, 'prompted'],
  ['with one that nobody judged as well', { followUp: {} }, 'prompted'],
  ['unless it was spoken to before', { touched: [C1], followUp: { held: true } }, 'said'],
  ['or the follow-up was skipped', { followUp: { held: false } }, 'said'],
  ['or only ticked on a sheet, without having been asked here', { followUp: { held: true, tookMs: 0 } }, 'said'],
  ['or asked for something else', { followUp: { points: [pointId('c2')] } }, 'said'],
])('%s', (_, over, expected) => {
  expect(heard(over)).toBe(expected);
});

test('a point that bears the name of something every object has is missed until it is ticked, and can be unticked', () => {
  const id = pointId('constructor');
  const asked = question('q-one', { keyPoints: [keyPoint('constructor')] });
  const draft = newDraft(candidate('q-one'));
  const missed = { id, heard: 'missed', atMs: null };
  expect(pointsHeard(asked, draft)).toMatchObject([missed]);
  const ticked = withTick(draft.ticked, id, 1500);
  expect(pointsHeard(asked, { ...draft, ticked })).toMatchObject([{ id, heard: 'said', atMs: 1500 }]);
  expect(pointsHeard(asked, { ...draft, ticked: withTick(ticked, id, null) })).toMatchObject([missed]);
});

test('a record can be read back whatever the link held that it was made from', () => {
  const names = Array.from({ length: 40 }, (_, index) => `${'x'.repeat(150)}${index}`);
  const topics = Object.fromEntries(names.map((name) => [name, 1]));
  const run = begin({ items: names.map(itemId), topics, role: 'é'.repeat(80) });
  const record = recordOf(run, START + 1000, () => null);
  expect(parseMockRecord(record)).toMatchObject({ ok: true });
  expect(record.setup).toContain('format=panel');
});
