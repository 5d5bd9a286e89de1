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

export interface Device {
  /** Undefined until they are known. */
  readonly facts: DeviceFacts | undefined;
  /** Looks the facts up again. */
  readonly look: () => void;
  /** Asks the browser to keep the data. */
  readonly ask: () => Promise<Keeping>;
}

/** The facts about this device, looked up when the page opens. */
export function useDevice(): Device {
  const [facts, setFacts] = useState<DeviceFacts>();
  const look = useCallback((): void => void readFacts().then(setFacts), []);
  const ask = useCallback(async () => {
    const keeping = await keepStorage();
    look();
    return keeping;
  }, [look]);
  useEffect(look, [look]);
  return { facts, look, ask };
}
