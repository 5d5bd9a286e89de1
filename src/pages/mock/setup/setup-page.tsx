import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { mockParams, readMockLink, type MockLink } from '#mock/link.ts';
import { DEFAULT_MOCK, type MockSettings } from '#mock/settings.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useWide } from '#pages/parts/use-wide.ts';
import { Page, PageHeader, Stack } from '#ui/page.tsx';
import { newSeed } from '#pages/mock/prepare.ts';
import { History } from '#pages/mock/history/history.tsx';
import { DrawnCard } from './drawn-card.tsx';
import { MoreWays } from './more-ways.tsx';
import { LinkTrouble } from './link-trouble.tsx';
import { SetupFields } from './setup-fields.tsx';
import { UnderWay } from './under-way.tsx';
import css from './setup.module.css';

/** What to be asked, for how long, and how: a mock interview is set up here, and earlier ones are found again. */
export function SetupPage() {
  useTitle('Mock');
  const environment = useEnvironment();
  return (
    <Page width="wide">
      <PageHeader
        title="Mock interview"
        line="Mock"
        lead="Aloud, against the clock, alone. What you miss comes back in tomorrow’s review."
        actions={<PageTools />}
      />
      {environment && <Setup environment={environment} />}
    </Page>
  );
}

/** The address is the set-up: it can be shared, and a reload changes nothing. */
function useLink(): readonly [MockLink, (settings: MockSettings) => void] {
  const [params, setParams] = useSearchParams();
  const [seed] = useState(newSeed);
  const one = params.get('q');
  const read = readMockLink((name) => params.get(name) ?? (name === 'seed' ? seed : name === 'items' ? one : null));
  return [read, (settings) => setParams(mockParams(settings), { replace: true })];
}

function Setup({ environment }: { readonly environment: Environment }) {
  const [link, setSettings] = useLink();
  const { settings } = link;
  const navigate = useNavigate();
  const wide = useWide();
  const fixed = settings.items.length > 0;
  return (
    <div className={css['columns']}>
      <Stack>
        <UnderWay />
        <LinkTrouble link={link} />
        <DrawnCard
          settings={settings}
          environment={environment}
          onStart={() => void navigate('/mock/run')}
          onSeed={() => setSettings({ ...settings, seed: newSeed() })}
          onFree={fixed ? () => setSettings({ ...DEFAULT_MOCK, seed: newSeed() }) : undefined}
        />
        {wide && <MoreWays />}
        {wide && <History />}
      </Stack>
      <Stack>
        {!fixed && <SetupFields settings={settings} onChange={setSettings} />}
        {!wide && <MoreWays />}
        {!wide && <History />}
      </Stack>
    </div>
  );
}
