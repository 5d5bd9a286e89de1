/** What the browser says of this device's storage. Asked again whenever the answer may have changed. */
import { useCallback, useEffect, useState } from 'react';
import { keepStorage, storageKept, type Keeping } from '#pages/parts/persist.ts';

export interface DeviceFacts {
  readonly keeping: Keeping;
  readonly usage: number | null;
  readonly quota: number | null;
  readonly installed: boolean;
}

async function readFacts(): Promise<DeviceFacts> {
  const estimate = 'storage' in navigator && 'estimate' in navigator.storage ? await navigator.storage.estimate() : {};
  return {
    keeping: await storageKept(),
    usage: estimate.usage ?? null,
    quota: estimate.quota ?? null,
    installed: isInstalled(),
  };
}

function isInstalled(): boolean {
  const byApple = (navigator as { standalone?: boolean }).standalone === true;
  return byApple || (typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches);
}

/** The facts, and asking the browser to keep the data. Facts are undefined until they are known. */
export function useDevice(): { readonly facts: DeviceFacts | undefined; readonly ask: () => Promise<Keeping> } {
  const [facts, setFacts] = useState<DeviceFacts>();
  useEffect(() => {
    let left = false;
    void readFacts().then((now) => (left ? undefined : setFacts(now)));
    return () => {
      left = true;
    };
  }, []);
  const ask = useCallback(async () => {
    const keeping = await keepStorage();
    setFacts(await readFacts());
    return keeping;
  }, []);
  return { facts, ask };
}
