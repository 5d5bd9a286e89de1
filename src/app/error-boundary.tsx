import { Component, type ReactNode } from 'react';
import { later } from '#ui/later.tsx';

/** Comes when it is needed. Where not even that arrives, a sentence must do. */
const ErrorScreen = later(async () => {
  try {
    return (await import('./error-screen.tsx')).ErrorScreen;
  } catch {
    return () => <p>This page could not be shown. Your reviews are stored; reload the page.</p>;
  }
});

interface State {
  readonly error: unknown;
}

/** Catches what a route throws, a failing live query among it, and says what to do. Mount one a page, keyed by its address. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <ErrorScreen error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
