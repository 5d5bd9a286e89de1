import { PageTools } from '#pages/parts/page-tools.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useTabletUp } from '#pages/parts/use-wide.ts';
import { Page, PageHeader } from '#ui/page.tsx';
import { AboutSection } from './about.tsx';
import { AppearanceSection } from './appearance.tsx';
import { InterviewsSection } from './interviews.tsx';
import { DataSection } from './data.tsx';
import { ReviewingSection } from './reviewing.tsx';
import { SchedulingSection } from './scheduling.tsx';
import { useSettings } from './use-settings.ts';

/** Everything that can be set, and what becomes of the data. Each change is written at once. */
export function SettingsPage() {
  useTitle('Settings');
  const inHand = useSettings();
  const roomy = useTabletUp();
  return (
    <Page width="wide">
      <PageHeader
        title="Settings"
        lead="Nobody has to change anything here. What you change is saved at once, on this device."
        {...(roomy ? {} : { actions: <PageTools /> })}
      />
      {inHand && (
        <>
          <SchedulingSection {...inHand} />
          <InterviewsSection settings={inHand.settings} />
          <ReviewingSection {...inHand} />
          <AppearanceSection {...inHand} />
          <DataSection />
          <AboutSection />
        </>
      )}
    </Page>
  );
}
