import { Card, Muted } from '#ui/card.tsx';
import { House, type HouseCell, Window } from '#ui/house.tsx';
import { Meter, RangeBar } from '#ui/meter.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';

const TIERS = [
  { rung: 1, word: 'foundational' },
  { rung: 2, word: 'mid' },
  { rung: 3, word: 'senior' },
  { rung: 4, word: 'expert' },
] as const;

const cell = (level: number, fading = false): HouseCell => ({
  level: level / 100,
  fading,
  label: `${level}%${fading ? ', fading this week' : ''}`,
});

const ROWS = [
  { id: 'webhooks', name: 'Webhooks', cells: [cell(92), cell(81), cell(52, true), cell(14)] },
  { id: 'api', name: 'API design', cells: [cell(88), cell(60, true), cell(33), cell(0)] },
  { id: 'postgres', name: 'PostgreSQL', cells: [cell(74), cell(40), cell(8), null] },
  { id: 'react', name: 'React', cells: [cell(95), cell(86), cell(70), cell(38, true)] },
  { id: 'security', name: 'Security', cells: [cell(48, true), cell(22), cell(5), cell(0)] },
];

export function HouseSection() {
  return (
    <Page>
      <PageHeader
        title="The house at night"
        lead="A window is lit by what you would recall today. Dashed: fading this week."
      />
      <Card>
        <House caption="Recall by topic and tier" tiers={TIERS} rows={ROWS} />
      </Card>
      <Card title="Recall 89% against 90%">
        <Muted>412 reviews in four weeks. You are a little over-confident on caching: sure 21 times, right 15.</Muted>
        <RangeBar
          label="Ready 61 to 78% on the day, most likely 69%"
          low={0.61}
          high={0.78}
          median={0.69}
          target={0.9}
        />
        <Meter label="Path" value={0.46} text="46%" />
        <Meter label="Path" value={0.46} text="46%" thin />
        <Row>
          {TIERS.map(({ rung, word }) => (
            <TierLamp key={rung} rung={rung} word={word} showWord />
          ))}
        </Row>
        <div className="windows">
          {[0, 0.1, 0.25, 0.5, 0.75, 1].map((level) => (
            <Window key={level} level={level} label={`${level * 100}%`} />
          ))}
        </div>
      </Card>
    </Page>
  );
}
