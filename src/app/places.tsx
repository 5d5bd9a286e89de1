import { useEffect, useRef } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { TodayPage } from '#pages/today/page.tsx';
import { EnvironmentProvider } from '#pages/parts/environment-provider.tsx';
import { later } from '#ui/later.tsx';
import { SearchRailButton } from '#pages/search/button.tsx';
import { SearchHost } from '#pages/search/host.tsx';
import { Shell, type ShellLink } from '#ui/shell.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StatusLine } from './status-line.tsx';
import { useBadge } from './use-badge.ts';
import { useTheme } from './use-theme.ts';

/* Today is in the first load; every other page arrives when it is opened, from the offline store. */
const Review = later(async () => (await import('#pages/review/page.tsx')).ReviewPage);
const Library = later(async () => (await import('#pages/library/page.tsx')).LibraryPage);
const Item = later(async () => (await import('#pages/item/page.tsx')).ItemPage);
const Topic = later(async () => (await import('#pages/topic/page.tsx')).TopicPage);
const Practice = later(async () => (await import('#pages/practice/page.tsx')).PracticePage);
const Mock = later(async () => (await import('#pages/mock/places.tsx')).MockPlaces);
const Paths = later(async () => (await import('#pages/paths/page.tsx')).PathsPage);
const PathOne = later(async () => (await import('#pages/paths/path-page.tsx')).PathPage);
const Plan = later(async () => (await import('#pages/plan/page.tsx')).PlanPage);
const Own = later(async () => (await import('#pages/own/page.tsx')).OwnPage);
const Progress = later(async () => (await import('#pages/progress/page.tsx')).ProgressPage);
const Search = later(async () => (await import('#pages/search/page.tsx')).SearchPage);
const Settings = later(async () => (await import('#pages/settings/page.tsx')).SettingsPage);
const NotFound = later(async () => (await import('#pages/not-found/page.tsx')).NotFoundPage);

/** After the first screen, whichever it is. */
const AHEAD_MS = 1500;

/** What a person is likely to need next is fetched as soon as there is nothing else to do. */
function fetchAhead(): void {
  void Review.fetch();
  void import('#pages/parts/figure.tsx');
}

/* Whoever opens the review by its own address should not wait for the database first. */
if (window.location.pathname === '/review') void Review.fetch();

/** Which place an address belongs to, for the navigation. */
function placeOf(pathname: string): string {
  const [first = ''] = pathname.slice(1).split('/');
  if (['q', 'topics', 'practice', 'errors', 'snippets', 'sheets', 'own'].includes(first)) return '/library';
  return first === 'plan' ? '/' : `/${first}`;
}

/** Addresses of one page: what it holds (picked lines, the focus) outlives the way from one to the other. */
function pageOf(pathname: string): string {
  return ['/errors', '/snippets', '/sheets'].includes(pathname) ? '/library' : pathname;
}

const renderLink = ({ to, active, className, content }: ShellLink) => (
  <Link to={to} className={className} aria-current={active ? 'page' : undefined}>
    {content}
  </Link>
);

/** Every place, with the settings in force. */
export function Places() {
  return (
    <EnvironmentProvider>
      <Place />
    </EnvironmentProvider>
  );
}

/** The shell with the page of the current address in it. */
function Place() {
  const { pathname } = useLocation();
  const page = pageOf(pathname);
  const bare = ['/review', '/practice', '/mock/run'].includes(pathname);
  useTheme();
  useBadge();
  useArrival(page);
  useEffect(() => {
    const timer = setTimeout(fetchAhead, AHEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Shell
      current={placeOf(pathname)}
      renderLink={renderLink}
      status={<StatusLine />}
      tools={<SearchRailButton />}
      bare={bare}
    >
      <ErrorBoundary key={page}>
        <Routes>
          <Route path="/" element={<TodayPage />} />
          <Route path="/review" element={<Review />} />
          <Route path="/library" element={<Library />} />
          <Route path="/errors" element={<Library />} />
          <Route path="/snippets" element={<Library />} />
          <Route path="/sheets" element={<Library />} />
          <Route path="/q/:id" element={<Item />} />
          <Route path="/topics/:domain/:topic" element={<Topic />} />
          <Route path="/practice" element={<Practice />} />
          <Route path="/mock/*" element={<Mock />} />
          <Route path="/paths" element={<Paths />} />
          <Route path="/paths/:id" element={<PathOne />} />
          <Route path="/plan/*" element={<Plan />} />
          <Route path="/own/:id" element={<Own />} />
          <Route path="/progress" element={<Progress />} />
          <Route path="/search" element={<Search />} />
          <Route path="/settings" element={<Settings />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </ErrorBoundary>
      <SearchHost />
    </Shell>
  );
}

/** A new place begins at its top, also for the keyboard and the ear, when what had the focus went with the page before. */
function useArrival(page: string): void {
  const shown = useRef('');
  useEffect(() => {
    if (shown.current === page) return;
    window.scrollTo(0, 0);
    if (shown.current && document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
    shown.current = page;
  }, [page]);
}
