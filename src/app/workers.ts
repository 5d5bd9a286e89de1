/** Where the worker's script lies, as the content policy demands it. Loaded after the first screen. */
import { setHeavyWorker } from '#storage/heavy.ts';
// oxlint-disable-next-line import/default -- its suffix makes Vite answer with the address of the script
import heavyScript from '#storage/heavy.worker.ts?worker&url';
import { trustedScriptUrl } from './trusted-types.ts';

setHeavyWorker(() => new Worker(trustedScriptUrl(heavyScript), { type: 'module' }));

export { runHeavy } from '#storage/heavy.ts';
