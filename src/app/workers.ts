/** Where the workers' scripts lie, as the content policy demands it. Loaded after the first screen. */
import { setHeavyWorker } from '#storage/heavy.ts';
// oxlint-disable-next-line import/default -- its suffix makes Vite answer with the address of the script
import heavyScript from '#storage/heavy.worker.ts?worker&url';
import { setSearchWorker } from '#storage/search.ts';
// oxlint-disable-next-line import/default -- as above
import searchScript from '#storage/search.worker.ts?worker&url';
import { trustedScriptUrl } from './trusted-types.ts';

setHeavyWorker(() => new Worker(trustedScriptUrl(heavyScript), { type: 'module' }));
setSearchWorker(() => new Worker(trustedScriptUrl(searchScript), { type: 'module' }));

export { runHeavy } from '#storage/heavy.ts';
