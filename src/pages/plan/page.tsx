import { Route, Routes } from 'react-router';
import { NotFoundPage } from '#pages/not-found/page.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { DayPage } from './day-page.tsx';
import { DebriefPage } from './debrief-page.tsx';
import { EditPage } from './edit-page.tsx';
import { ListPage } from './list-page.tsx';
import { OnePage } from './one-page.tsx';

/** Everything under `/plan`: interviews, one of them, and what is done for it. */
export function PlanPage() {
  const environment = useEnvironment();
  return environment && <Places environment={environment} />;
}

function Places({ environment }: { readonly environment: Environment }) {
  const today = useToday(environment.settings);
  return (
    <Routes>
      <Route index element={<ListPage today={today} />} />
      <Route path="new" element={<EditPage today={today} />} />
      <Route path=":id" element={<OnePage today={today} />} />
      <Route path=":id/edit" element={<EditPage today={today} />} />
      <Route path=":id/day" element={<DayPage today={today} />} />
      <Route path=":id/debrief" element={<DebriefPage today={today} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
