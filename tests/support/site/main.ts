/** The smallest app with the real bridge: shows its version and the bridge's state, loads a part on a press. */
import { createSwBridge } from '#app/sw-bridge.ts';

declare const VERSION: string;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no #${id}.`);
  return found;
}

async function showLater(): Promise<void> {
  const { later } = await import('./later.ts');
  element('answer').textContent = later();
}

const bridge = createSwBridge();
const show = (): void => {
  element('state').textContent = bridge.getState();
};

element('version').textContent = `Version ${VERSION}`;
element('update').addEventListener('click', () => bridge.applyUpdate());
element('later').addEventListener('click', () => void showLater());
bridge.subscribe(show);
show();
