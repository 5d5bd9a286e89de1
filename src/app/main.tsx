import '#ui/styles.css';
import { createRoot } from 'react-dom/client';
import { setHeavyWorker } from '#storage/heavy.ts';
// oxlint-disable-next-line import/default -- its suffix makes Vite answer with the address of the script
import heavyScript from '#storage/heavy.worker.ts?worker&url';
import { App } from './app.tsx';
import { start } from './boot.ts';
import { startOffers } from './quiet-offers.ts';
import { trustedScriptUrl } from './trusted-types.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
setHeavyWorker(() => new Worker(trustedScriptUrl(heavyScript), { type: 'module' }));
createRoot(root).render(<App />);
startOffers();
void start();
