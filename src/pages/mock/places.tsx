import { Route, Routes } from 'react-router';
import { later } from '#ui/later.tsx';
import { MockPage } from './page.tsx';

const Voice = later(async () => (await import('./voice/page.tsx')).VoicePage);

/** Everything below `/mock`: what is behind its first screen arrives when it is opened. */
export function MockPlaces() {
  return (
    <Routes>
      <Route index element={<MockPage />} />
      <Route path="voice" element={<Voice />} />
    </Routes>
  );
}
