import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Page, PageHeader, PhoneOnly } from '#ui/page.tsx';

export function TodaySection() {
  return (
    <Page>
      <PageHeader
        line="Sunday, 22 November"
        title="Good evening."
        actions={
          <PhoneOnly>
            <IconButton icon="search" label="Search" />
            <IconButton icon="settings" label="Settings" />
          </PhoneOnly>
        }
      />
      <Card variant="lamp" title="18 cards, about 12 minutes">
        <Muted>11 fading · 4 new · 3 missed points from Thursday’s mock</Muted>
        <Button variant="primary" size="lg" block>
          Start review
        </Button>
      </Card>
      <Card title="Senior backend, 12 Dec" aside="20 days">
        <Muted>Ready 61–78% on the day, from 143 of 210 points. Today’s minutes go where they raise it most.</Muted>
      </Card>
      <Card kicker="Path · API & webhooks" title="Next: Retries and dead letters">
        <Muted>Stage 3 of 7</Muted>
      </Card>
      <Muted>
        A mock would tell you more now: the last was 6 days ago. <a href="#mock">Set one up</a>
      </Muted>
    </Page>
  );
}
