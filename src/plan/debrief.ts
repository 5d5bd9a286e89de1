/** After an interview: what was asked counts more in the next. */
import type { ItemId } from '#bank/item.ts';
import { emphasisOf, type AskedQuestion, type Campaign } from './campaign.ts';

/** What was asked once is likelier to be asked again, the more so what went badly. */
const RAISE = { well: 1.5, 'so-so': 2, badly: 3 } as const;
/** No question counts more than this many times what its topic and tier say. */
const MOST = 6;

/** What a new campaign begins with: the questions that were asked in those before it. */
export function emphasisFrom(campaigns: readonly Campaign[], fresh: Campaign): Campaign {
  return afterDebrief(
    fresh,
    campaigns.flatMap(({ asked }) => asked),
  );
}

/** The campaign with the questions raised that were asked; a question that was asked twice is raised twice, up to a limit. */
export function afterDebrief(campaign: Campaign, asked: readonly AskedQuestion[]): Campaign {
  const emphasis: Record<ItemId, number> = { ...campaign.emphasis };
  for (const { item, went } of asked) {
    if (item === null) continue;
    const before = emphasisOf({ emphasis }, item);
    emphasis[item] = Math.max(before, Math.min(MOST, Math.max(1, before) * RAISE[went]));
  }
  return { ...campaign, emphasis };
}
