import { BackupCard } from './backup-card.tsx';
import { KeepingCard } from './keeping-card.tsx';
import { RebuildCard } from './rebuild-card.tsx';
import { RestoreCard } from './restore-card.tsx';
import { Section } from './section.tsx';

/** What becomes of everything that the person made. */
export function DataSection() {
  return (
    <Section
      title="Data"
      lead="Everything you do stays on this device and goes nowhere else. A backup is the only copy, and it is yours."
    >
      <BackupCard />
      <RestoreCard />
      <KeepingCard />
      <RebuildCard />
    </Section>
  );
}
