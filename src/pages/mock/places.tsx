import { Route, Routes } from 'react-router';
import { later } from '#ui/later.tsx';
import { SetupPage } from './setup/setup-page.tsx';

const Run = later(async () => (await import('./run/page.tsx')).RunPage);
const Report = later(async () => (await import('./report/page.tsx')).ReportPage);
const Voice = later(async () => (await import('./voice/page.tsx')).VoicePage);

/** Everything below `/mock`: what is behind its first screen arrives when it is opened. */
export function MockPlaces() {
  return (
    <Routes>
      <Route index element={<SetupPage />} />
      <Route path="run" element={<Run />} />
      <Route path="voice" element={<Voice />} />
      <Route path=":id" element={<Report />} />
    </Routes>
  );
}
