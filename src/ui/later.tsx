/**
 * A component whose code arrives later. Unlike `React.lazy` it is drawn in the very moment in which its code is there: React
 * holds back what comes out of a Suspense boundary for 300 ms, which is most of a start.
 */
import { type ComponentType, useEffect, useState } from 'react';

export type Later<P> = ComponentType<P> & {
  /** Brings the code, so that the component is drawn without a wait when its turn comes. */
  readonly fetch: () => Promise<void>;
};

/** `const Page = later(async () => (await import('./page.tsx')).Page)`; a failed load throws in render, for an error boundary. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let arrived: ComponentType<P> | null = null;
  const fetch = async (): Promise<void> => {
    arrived ??= await load();
  };
  function Arriving(props: P) {
    const [state, setState] = useState<{ readonly Ready: ComponentType<P> | null; readonly failure?: unknown }>(() => ({
      Ready: arrived,
    }));
    const { Ready } = state;
    useEffect(() => {
      if (Ready) return undefined;
      let gone = false;
      fetch().then(
        () => gone || setState({ Ready: arrived }),
        (failure: unknown) => gone || setState({ Ready: null, failure }),
      );
      return () => {
        gone = true;
      };
    }, [Ready]);
    if ('failure' in state) throw state.failure;
    return Ready && <Ready {...props} />;
  }
  return Object.assign(Arriving, { fetch });
}
