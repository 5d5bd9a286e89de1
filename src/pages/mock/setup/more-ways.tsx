import { Link } from 'react-router';
import { Card } from '#ui/card.tsx';
import css from './setup.module.css';

const WAYS = [
  { to: '/mock/stories', name: 'Your stories', about: 'What you tell when a behavioural question comes.' },
  { to: '/mock/voice', name: 'Sound check', about: 'Try the microphone; see and delete what is recorded.' },
  { to: '/mock/take', name: 'Take in a result', about: 'A partner asked you and kept the sheet.' },
] as const;

/** What belongs to mocks beside the mock itself. */
export function MoreWays() {
  return (
    <Card title="Around the mock">
      <ul className={css['ways']}>
        {WAYS.map(({ to, name, about }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
