// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { GradeBar, type GradeChoice } from '#ui/grade-bar.tsx';

const FOUR: readonly GradeChoice[] = [
  { grade: 'again', interval: '10 min', hint: '1' },
  { grade: 'hard', interval: '2 d', hint: '2' },
  { grade: 'good', interval: '5 d', hint: '3' },
  { grade: 'easy', interval: '12 d', hint: '4' },
];

function setUp(props: Partial<Parameters<typeof GradeBar>[0]> = {}) {
  const onGrade = vi.fn();
  render(<GradeBar choices={FOUR} proposed="good" onGrade={onGrade} {...props} />);
  return { onGrade, user: userEvent.setup() };
}

const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

describe('GradeBar', () => {
  test('names each button by its grade, then its interval', () => {
    setUp();
    expect(names()).toEqual(['Again, 10 min', 'Hard, 2 d', 'Good, 5 d', 'Easy, 12 d']);
    expect(screen.getByRole('toolbar', { name: 'Grade your answer' })).toBeTruthy();
  });

  test('says which grade is proposed, and of no other', () => {
    setUp();
    const described = screen.getAllByRole('button').filter((button) => {
      const id = button.getAttribute('aria-describedby');
      return id !== null && document.getElementById(id)?.textContent === 'Proposed';
    });
    expect(described.map((button) => button.getAttribute('aria-label'))).toEqual(['Good, 5 d']);
  });

  test('reports the grade that is pressed, by pointer and by keyboard', async () => {
    const { onGrade, user } = setUp();
    await user.click(screen.getByRole('button', { name: /^Hard/ }));
    screen.getByRole('button', { name: /^Easy/ }).focus();
    await user.keyboard('{Enter}');
    expect(onGrade.mock.calls).toEqual([['hard'], ['easy']]);
  });

  test('lets arrow keys walk along it, round both ends', async () => {
    const { user } = setUp();
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Easy, 12 d');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Hard, 2 d');
  });

  test('takes no press while a grade is being stored, and keeps its focus', async () => {
    const { onGrade, user } = setUp({ busy: true });
    await user.click(screen.getByRole('button', { name: /^Good/ }));
    await user.keyboard('{Enter}');
    expect(onGrade).not.toHaveBeenCalled();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Good, 5 d');
  });

  test('offers two grades to those who want only two', () => {
    setUp({ choices: [FOUR[0], FOUR[2]].filter((choice) => choice !== undefined) });
    expect(names()).toEqual(['Again, 10 min', 'Good, 5 d']);
  });
});
