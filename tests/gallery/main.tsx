import '#ui/styles.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from '#ui/announcer.tsx';
import { Shell, type ShellLink } from '#ui/shell.tsx';
import type { GalleryPage } from './pages.ts';
import './gallery.css';
import { ContentSection } from './sections/content.tsx';
import { ControlsSection } from './sections/controls.tsx';
import { FlowsSection } from './sections/flows.tsx';
import { HouseSection } from './sections/house.tsx';
import { QuestionSection } from './sections/question.tsx';
import { ReviewSection } from './sections/review.tsx';
import { StatesSection } from './sections/states.tsx';
import { TodaySection } from './sections/today.tsx';

const SECTIONS: Readonly<Record<GalleryPage, { readonly at: string; readonly body: ReactNode }>> = {
  today: { at: '/', body: <TodaySection /> },
  review: { at: 'review', body: <ReviewSection /> },
  question: { at: '/library', body: <QuestionSection /> },
  house: { at: '/progress', body: <HouseSection /> },
  controls: { at: '/settings', body: <ControlsSection /> },
  content: { at: '/paths', body: <ContentSection /> },
  states: { at: '/mock', body: <StatesSection /> },
  flows: { at: '', body: <FlowsSection /> },
};

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
const page = (query.get('page') ?? 'today') as GalleryPage;
const section = SECTIONS[page];

function link({ label, to, active, className, content }: ShellLink) {
  const [name] = Object.entries(SECTIONS).find(([, { at }]) => at === to) ?? ['today'];
  return (
    <a
      href={`?page=${name}&theme=${theme ?? ''}`}
      className={className}
      aria-current={active ? 'page' : undefined}
      data-label={label}
    >
      {content}
    </a>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Announcer>
        <Shell
          current={section.at}
          renderLink={link}
          status="Offline. Saved on this device."
          bare={section.at === 'review'}
        >
          {section.body}
        </Shell>
      </Announcer>
    </StrictMode>,
  );
}
