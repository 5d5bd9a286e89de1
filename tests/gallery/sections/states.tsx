import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Page, PageHeader } from '#ui/page.tsx';
import { EmptyState, ErrorState } from '#ui/state.tsx';

export function StatesSection() {
  return (
    <Page>
      <PageHeader title="States" />
      <Card>
        <EmptyState
          title="All done for today"
          icon="moon"
          actions={<Button variant="primary">Learn five new cards</Button>}
        >
          <p>The next card is due tomorrow at 7. Rest is part of it.</p>
        </EmptyState>
      </Card>
      <Card>
        <ErrorState
          title="The disk is full"
          safe="Your reviews are stored; the last one too."
          remedy="Free some space, then try again."
          detail="QuotaExceededError: the current transaction exceeded its quota limitations."
          actions={<Button>Try again</Button>}
        />
      </Card>
    </Page>
  );
}
