import { phaseOf, type Campaign } from '#plan/campaign.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { dayInWords } from '#pages/parts/format.ts';
import { useNow } from '#pages/parts/use-now.ts';
import { todayOf } from '#pages/parts/environment.ts';
import { readCampaigns } from '#storage/plan-campaigns.ts';
import { useLive } from '#storage/use-live.ts';
import { Select } from '#ui/text-field.tsx';
import type { SetupFieldsProps } from './setup-fields.tsx';

/** Takes role, topics and tiers from an interview that is prepared for; nothing is drawn where there is none. */
export function CampaignSelect({ settings, onChange }: SetupFieldsProps) {
  const environment = useEnvironment();
  const nowMs = useNow();
  const campaigns = useLive(({ db }) => readCampaigns(db), []);
  if (!environment || !campaigns) return null;
  const today = todayOf(environment.settings, nowMs);
  const ahead = campaigns.filter((campaign) => phaseOf(campaign, today) !== 'over');
  if (ahead.length === 0) return null;
  const take = (id: string): void => {
    const campaign = ahead.find((each) => each.id === id);
    if (campaign) onChange({ ...settings, ...wishesOf(campaign) });
    else onChange({ ...settings, role: '', topics: {}, tiers: {} });
  };
  const chosen = ahead.find((campaign) => roleOf(campaign) === settings.role);
  return (
    <Select
      label="For the interview"
      options={[
        { value: '', label: 'None of them' },
        ...ahead.map((campaign) => ({
          value: String(campaign.id),
          label: `${roleOf(campaign)}, ${dayInWords(campaign.date, today)}`,
        })),
      ]}
      value={chosen === undefined ? '' : String(chosen.id)}
      onChange={take}
    />
  );
}

function roleOf({ role, company }: Campaign): string {
  const name = [role, company].filter((part) => part !== '').join(' at ');
  return (name === '' ? 'Interview' : name).slice(0, 80);
}

function wishesOf(campaign: Campaign) {
  return { role: roleOf(campaign), topics: campaign.topics, tiers: campaign.tiers };
}
