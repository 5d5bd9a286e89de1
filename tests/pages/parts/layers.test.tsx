// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Layers } from '#pages/parts/layers.tsx';
import { pointId } from '../../support/builders.ts';
import { question } from '../../support/item-builders.ts';
import '../../ui/jsdom-gaps.ts';

test('the key points that answer a follow-up are a list that says what it is', async () => {
  const followUps = [
    { ask: 'And then?', points: [pointId('c1'), pointId('d1')], see: [] },
    { ask: 'And if not?', points: [], see: [], answer: 'Then not.' },
  ];
  render(<Layers question={question('q-one', { followUps })} />);
  await userEvent.click(screen.getByText('Follow-ups'));
  const list = screen.getByRole('list', { name: 'Key points that answer it' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['The c1 holds for every request that arrives', 'The d1 holds for every request that arrives']);
});
