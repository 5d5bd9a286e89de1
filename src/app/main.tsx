import '#ui/styles.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { listenForBack } from '#pages/parts/way-back.ts';
import { App } from './app.tsx';
import { lookAgain, start, useBoot } from './boot.ts';
import { fetchFirstScreen } from './boot-gate.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
listenForBack();
/* The page as it came shows until there is something better to show. */
const stopWaiting = useBoot.subscribe(({ boot }) => {
  if (boot.phase === 'opening') return;
  stopWaiting();
  const draw = (): void => startTransition(() => createRoot(root).render(<App />));
  if (boot.phase === 'firstBank') void fetchFirstScreen().then(draw);
  else draw();
});
/* In a task of its own: a slow phone takes as long to open the database as to read all this. */
setTimeout(() => void start());
document.addEventListener('visibilitychange', lookAgain);

/** Without a network on a first visit these do not come, and the screen says so; the next start brings them. */
const notHere = (): void => undefined;

/** Not before the first screen: the worker for long jobs, and what keeps the app offline and offers its updates. */
setTimeout(() => {
  void import('./workers.ts').catch(notHere);
  void import('./quiet-offers.ts').then(({ startOffers }) => startOffers(), notHere);
}, 800);
