/** Sentences for what a backup holds and what restoring it did. */
import { countOf, grouped } from '#pages/parts/format.ts';
import type { SettingKey } from '#review/settings.ts';
import type { Inspection } from '#storage/restore-inspect.ts';
import type { Restored, RestoreMode } from '#storage/restore.ts';

const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  newPerDay: 'New cards a day',
  reviewsPerDay: 'Reviews a day',
  minutesPerDay: 'Minutes a day',
  reviewOrder: 'Order of reviews',
  newMix: 'New cards come',
  learningSteps: 'Learning steps',
  relearningSteps: 'Relearning steps',
  easyWeekdays: 'Easy weekdays',
  holidays: 'Holidays',
  leechLapses: 'Leeches',
  weights: 'Fitted weights',
  guess: 'Guess before the answer',
  rolloverHour: 'Day begins at',
  desiredRetention: 'Desired retention',
  topicRetention: 'Retention of topics',
  learnAheadMinutes: 'Ask ahead',
  maximumIntervalDays: 'Longest interval',
  againMinutes: 'Again after',
  answerCapSeconds: 'Longest answer time',
  fuzz: 'Spread due dates',
  gradeButtons: 'Grade buttons',
  swipes: 'Swipes',
  singleKeys: 'Single-letter keys',
  theme: 'Theme',
};

/** `1 entry`, `12 entries`: what a history is made of, reviews among them. */
export const entries = (count: number): string => countOf(count, 'entry', 'entries');

/** `1,204 reviews and 31 other entries`; other entries are notes, flags, what was taken back, and the like. */
export function historyInWords(reviews: number, events: number): string {
  const others = events - reviews;
  const parts = [
    reviews > 0 || others === 0 ? countOf(reviews, 'review') : '',
    others > 0 ? countOf(others, reviews > 0 ? 'other entry' : 'entry', reviews > 0 ? 'other entries' : 'entries') : '',
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

/** What the preview lists: a name and a sentence each. */
export function previewLines(inspection: Inspection, thisDevice: string): readonly { name: string; text: string }[] {
  const { device, events, reviews, newEvents, newReviews, onlyHere, settings } = inspection;
  return [
    { name: 'Made on', text: device === thisDevice ? 'this device' : 'another device' },
    { name: 'Holds', text: events === 0 ? 'no history' : historyInWords(reviews, events) },
    { name: 'New here', text: newEvents === 0 ? 'nothing' : historyInWords(newReviews, newEvents) },
    { name: 'Only here', text: onlyHere === 0 ? 'nothing' : `${entries(onlyHere)} that the file does not hold` },
    {
      name: 'Settings',
      text: settings.length === 0 ? 'none would change' : settings.map((key) => SETTING_NAMES[key]).join(', '),
    },
    ...written(inspection),
  ];
}

/** What else of the person's own would change, as far as anything would. */
function written({ campaigns, stories, paths, own, weights }: Inspection): readonly { name: string; text: string }[] {
  const all = [
    { name: 'Interviews', count: campaigns, text: `${countOf(campaigns, 'plan')} would change` },
    { name: 'Stories', count: stories, text: `${countOf(stories, 'story', 'stories')} would change` },
    { name: 'Paths', count: paths, text: `${countOf(paths, 'path')} would be followed otherwise` },
    { name: 'Your own', count: own, text: `${countOf(own, 'question')} would change` },
    { name: 'Earlier weights', count: weights, text: `${entries(weights)} would come` },
  ];
  return all.flatMap(({ name, count, text }) => (count === 0 ? [] : [{ name, text }]));
}

/** What is odd about the file, though it can be restored. */
export function oddities({ differing, conflicting }: Inspection): readonly string[] {
  const cards =
    differing > 0 &&
    `${countOf(differing, 'card')} in the file ${differing === 1 ? 'is' : 'are'} stated otherwise than the reviews beside ${differing === 1 ? 'it' : 'them'} give. The reviews count.`;
  const clashes =
    conflicting > 0 &&
    `${entries(conflicting)} of this device ${conflicting === 1 ? 'is' : 'are'} told otherwise in the file. Merging keeps what is here.`;
  return [cards, clashes].filter((text) => text !== false);
}

/** What each way of restoring does with this file. */
export function modeInWords(
  mode: RestoreMode,
  { newEvents, onlyHere, settings, campaigns, stories, paths, own, weights }: Inspection,
): string {
  if (mode === 'merge') {
    if (newEvents === 0 && settings.length + campaigns + stories + paths + own + weights === 0)
      return 'Everything in this file is here already; merging changes nothing.';
    return 'Adds what is new and keeps all that is here; of each setting the later one holds. Nothing can be lost.';
  }
  const aside =
    onlyHere === 0
      ? ''
      : ` ${entries(onlyHere)} that ${onlyHere === 1 ? 'is' : 'are'} only on this device ${onlyHere === 1 ? 'goes' : 'go'} out of use.`;
  return `Puts the file in the place of everything here.${aside} What was here is kept as a snapshot, and you can undo it.`;
}

/** `1 setting, plan or text`: what lies beside the history. */
export const rowsInWords = (count: number): string =>
  countOf(count, 'setting, plan or text', 'settings, plans or texts');

/** What a restore did beside bringing events in. */
function besides({ healed, rows }: Restored): string {
  const changed = rows === 0 ? '' : ` ${rowsInWords(rows)} of yours came in or changed.`;
  if (healed === 0) return changed;
  const [were, are] = healed === 1 ? ['was', 'is'] : ['were', 'are'];
  return `${changed} ${entries(healed)} that ${were} damaged on this device ${are} sound again.`;
}

/** What was done. */
export function restoredInWords(mode: RestoreMode, restored: Restored): string {
  const { added, known, replaced, rows } = restored;
  const more = besides(restored);
  if (mode === 'replace')
    return `Replaced: ${entries(added)} came in, ${entries(replaced)} went out and ${replaced === 1 ? 'is' : 'are'} kept.${more}`;
  if (added + rows === 0) return `Merged: everything was here already.${more}`;
  if (added === 0) return `Merged: nothing was new in the history.${more}`;
  const before = known === 0 ? '' : `, ${grouped(known)} ${known === 1 ? 'was' : 'were'} here already`;
  return `Merged: ${entries(added)} came in${before}.${more}`;
}
