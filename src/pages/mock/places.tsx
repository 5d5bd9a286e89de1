import { Route, Routes } from 'react-router';
import { later } from '#ui/later.tsx';
import { SetupPage } from './setup/setup-page.tsx';

const Run = later(async () => (await import('./run/page.tsx')).RunPage);
const Partner = later(async () => (await import('./partner/page.tsx')).PartnerPage);
const Report = later(async () => (await import('./report/page.tsx')).ReportPage);
const Stories = later(async () => (await import('./stories/page.tsx')).StoriesPage);
const Story = later(async () => (await import('./stories/edit-page.tsx')).StoryPage);
const Take = later(async () => (await import('./partner/take-page.tsx')).TakePage);
const Voice = later(async () => (await import('./voice/page.tsx')).VoicePage);

/** Everything below `/mock`: what is behind its first screen arrives when it is opened. */
export function MockPlaces() {
  return (
    <Routes>
      <Route index element={<SetupPage />} />
      <Route path="run" element={<Run />} />
      <Route path="partner" element={<Partner />} />
      <Route path="take" element={<Take />} />
      <Route path="stories" element={<Stories />} />
      <Route path="stories/:id" element={<Story />} />
      <Route path="voice" element={<Voice />} />
      <Route path=":id" element={<Report />} />
    </Routes>
  );
}
