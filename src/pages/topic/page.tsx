import { Link, useParams } from 'react-router';
import { TIERS, type Tier } from '#bank/tier.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { EntryLine } from '#pages/library/entry-line.tsx';
import type { Entry } from '#pages/library/entry.ts';
import { listName, NO_FILTERS } from '#pages/library/filters.ts';
import { holdings } from '#pages/library/words.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { Line } from '#pages/parts/line.tsx';
import { countOf, rungOf } from '#pages/parts/format.ts';
import { PageTools } from '#pages/parts/page-tools.tsx';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { OnceArrived } from '#pages/parts/once-arrived.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { practiceAddress } from '#pages/practice/address.ts';
import { windowInWords } from '#pages/progress/words.ts';
import { levelOf, type Tally } from '#progress/standing.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Window } from '#ui/house.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import { readTopic, type TopicLink, type TopicView } from './read-topic.ts';
import css from './topic.module.css';

/** One topic of the bank at an address that can be shared. */
export function TopicPage() {
  const { domain = '', topic = '' } = useParams();
  const environment = useEnvironment();
  return environment && <Loaded key={`${domain}/${topic}`} topic={`${domain}/${topic}`} environment={environment} />;
}

function Loaded({ topic, environment }: { readonly topic: string; readonly environment: Environment }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  const view = useLive(({ db }) => readTopic(db, topic, today, context.scheduler), [topic, today, context]);
  if (view === undefined) return null;
  if (view !== null) return <Topic topic={topic} view={view} today={today} />;
  return (
    <OnceArrived>
      <NoTopic />
    </OnceArrived>
  );
}

function NoTopic() {
  useTitle('No such topic');
  return (
    <NothingHere title="The bank has no such topic">
      The link may be old or mistyped, or belong to a pack that is not on this device.
    </NothingHere>
  );
}

interface TopicProps {
  readonly topic: string;
  readonly view: TopicView;
  readonly today: StudyDay;
}

function Topic({ topic, view, today }: TopicProps) {
  const { head, domain, entries } = view;
  useTitle(head.title);
  const filters = { ...NO_FILTERS, domain: domain.id, topic };
  const others = entries.filter(({ kind }) => kind !== 'question');
  return (
    <Page width="wide">
      <div className={css['columns']}>
        <div className={css['main']}>
          <PageHeader
            title={head.title}
            line={<Link to={`/library?domain=${domain.id}`}>{domain.title}</Link>}
            {...(head.about === '' ? {} : { lead: head.about })}
            actions={<PageTools />}
          />
          <Row>
            {entries.length > 0 && (
              <Link to={practiceAddress(filters)} className={buttonClass({ variant: 'primary' })}>
                Practise this topic
              </Link>
            )}
            <Link to={`/library?${listName(filters)}`} className={buttonClass({})}>
              Open in the Library
            </Link>
          </Row>
          <Ladder view={view} today={today} list={listName({ ...filters, kind: 'question' })} />
          {others.length > 0 && (
            <section aria-labelledby="others">
              <h2 id="others" className={css['heading']}>
                {capital(holdings(countKinds(others)))}
              </h2>
              <Lines entries={others} today={today} list={listName(filters)} />
            </section>
          )}
          {entries.length === 0 && <p>Nothing of it has arrived on this device yet.</p>}
        </div>
        <Aside view={view} />
      </div>
    </Page>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countKinds(entries: readonly Entry[]): ReadonlyMap<Entry['kind'], number> {
  const counts = new Map<Entry['kind'], number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** The questions by tier, each step with its window. */
function Ladder({ view, today, list }: { readonly view: TopicView; readonly today: StudyDay; readonly list: string }) {
  return TIERS.map((tier, index) => {
    const tally = view.floor?.cells[index];
    if (!tally) return null;
    const own = view.entries.filter(({ kind, tiers }) => kind === 'question' && tiers.includes(tier));
    return (
      <section key={tier} aria-labelledby={`tier-${tier}`}>
        <Step tier={tier} tally={tally} />
        <Lines entries={own} today={today} list={list} />
      </section>
    );
  });
}

function Step({ tier, tally }: { readonly tier: Tier; readonly tally: Tally }) {
  return (
    <div className={css['step']}>
      <span className={css['window']}>
        <Window level={levelOf(tally)} fading={tally.dims > 0} />
      </span>
      <div>
        <h2 id={`tier-${tier}`} className={css['heading']}>
          <TierLamp rung={rungOf(tier)} word={tier} showWord />
        </h2>
        <p className={css['note']}>{windowInWords(tally)}</p>
      </div>
    </div>
  );
}

interface LinesProps {
  readonly entries: readonly Entry[];
  readonly today: StudyDay;
  readonly list: string;
}

function Lines({ entries, today, list }: LinesProps) {
  return (
    <ul className={css['lines']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLine entry={entry} today={today} list={list} place={null} picked={null} onPress={noPress} />
        </li>
      ))}
    </ul>
  );
}

const noPress = (): void => undefined;

function Aside({ view }: { readonly view: TopicView }) {
  const { paths, before, after } = view;
  return (
    <div className={css['aside']}>
      {paths.length > 0 && (
        <section>
          <h2 className={css['small']}>On the path</h2>
          <ul className={css['links']}>
            {paths.map(({ path, stages }) => (
              <li key={path.id}>
                <Link to={`/paths/${path.id}`}>
                  <Line text={path.title} />
                </Link>
                <span className={css['note']}>
                  {stages.length === 1
                    ? `Stage: ${stages[0]}`
                    : `${countOf(stages.length, 'stage')}, from ${stages[0]}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Topics title="Learn first" links={before} />
      <Topics title="What to read next" links={after} />
    </div>
  );
}

function Topics({ title, links }: { readonly title: string; readonly links: readonly TopicLink[] }) {
  if (links.length === 0) return null;
  return (
    <section>
      <h2 className={css['small']}>{title}</h2>
      <ul className={css['links']}>
        {links.map(({ topic, title: name, count }) => (
          <li key={topic}>
            <Link to={`/topics/${topic}`}>{name}</Link>
            <span className={css['note']}>{count === 0 ? 'next in this domain' : countOf(count, 'link')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
