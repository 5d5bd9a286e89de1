import { StrictMode } from 'react';
import { BrowserRouter } from 'react-router';
import { Announcer } from '#ui/announcer.tsx';
import { BootGate } from './boot-gate.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Places } from './places.tsx';

/** Everything on screen. */
export function App() {
  return (
    <StrictMode>
      <Announcer>
        <ErrorBoundary>
          <BootGate>
            <BrowserRouter>
              <Places />
            </BrowserRouter>
          </BootGate>
        </ErrorBoundary>
      </Announcer>
    </StrictMode>
  );
}
