/** Room for what the app offers at a quiet moment: installation, a new version. The app fills it. */
import { useOffers } from '#pages/parts/offers.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';

export function Offers() {
  const offers = useOffers((state) => state.offers);
  return offers.map((offer) => (
    <Card key={offer.id} title={offer.title}>
      <Muted>{offer.text}</Muted>
      <Row>
        {offer.actions.map((action) => (
          <Button key={action.label} onClick={action.onPress}>
            {action.label}
          </Button>
        ))}
      </Row>
    </Card>
  ));
}
