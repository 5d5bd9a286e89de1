import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf, filtersOfList } from '#pages/library/filters.ts';
import { useBankArrival } from '#pages/parts/bank-arrival.ts';
import { NothingHere } from '#pages/parts/nothing-here.tsx';
import { OnceArrived } from '#pages/parts/once-arrived.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useTitle } from '#pages/parts/use-title.ts';
import { startPractice, type Practice } from '#review/practice.ts';
import { readPracticeList, WAYS, type PracticeCard, type PracticeList, type Way } from './cards.ts';
import { Session } from './session.tsx';
import { Summary } from './summary.tsx';

/** A list of the Library asked one by one, beside the schedule: nothing of it is stored. */
export function PracticePage() {
  useTitle('Practice');
  const environment = useEnvironment();
  const [query] = useSearchParams();
  const way = WAYS.find((each) => each === query.get('way')) ?? 'forth';
  const list = withoutWay(query);
  return environment && <Loading key={`${list} ${way}`} list={list} way={way} environment={environment} />;
}

function withoutWay(query: URLSearchParams): string {
  const own = new URLSearchParams(query);
  own.delete('way');
  return own.toString();
}

interface LoadingProps {
  readonly list: string;
  readonly way: Way;
  readonly environment: Environment;
}

type Read =
  | {
      readonly kind: 'list';
      readonly list: PracticeList;
      /** Whether all of the bank had arrived. */
      readonly whole: boolean;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

function isAsking(read: Read | null): boolean {
  return read?.kind === 'list' && read.list.cards.length > 0;
}

/** Reads the list once: what is stored meanwhile must not change what is being asked. */
function Loading({ list, way, environment }: LoadingProps) {
  const [read, setRead] = useState<Read | null>(null);
  const [start] = useState(environment);
  // A list that is empty because the bank is still arriving is read again when it is there.
  const whole = useBankArrival((state) => state.arrival === null);
  useEffect(() => {
    let gone = false;
    readPracticeList(list, way, start).then(
      (found) => gone || setRead((held) => (isAsking(held) ? held : { kind: 'list', list: found, whole })),
      (error: unknown) => gone || setRead({ kind: 'failed', error }),
    );
    return () => {
      gone = true;
    };
  }, [list, way, start, whole]);
  if (read?.kind === 'failed') throw read.error;
  if (!read) return null;
  if (!isAsking(read)) return read.whole ? <Nothing /> : <OnceArrived>{null}</OnceArrived>;
  return <Run list={list} way={way} read={read.list} singleKeys={environment.settings.singleKeys} />;
}

function Nothing() {
  return (
    <NothingHere title="Nothing to practise here">
      The list is empty, or holds only paths. Choose another one in the Library.
    </NothingHere>
  );
}

interface RunProps {
  readonly list: string;
  readonly way: Way;
  readonly read: PracticeList;
  readonly singleKeys: boolean;
}

function Run({ list, way, read, singleKeys }: RunProps) {
  const navigate = useNavigate();
  const [practice, setPractice] = useState<Practice<PracticeCard>>(() => startPractice(read.cards));
  const leave = (): void => void navigate(wayBack(list, read.cards), { replace: true });
  if (practice.queue.length === 0) {
    return (
      <Summary
        practice={practice}
        cut={read.cut}
        onAgain={(cards) => setPractice(startPractice(cards ?? read.cards))}
        onBack={() => setPractice(practice.before ?? practice)}
        onLeave={leave}
      />
    );
  }
  return (
    <Session
      practice={practice}
      onChange={(change) => setPractice(change)}
      singleKeys={singleKeys}
      way={read.hasRows ? way : null}
      onWay={(next) => void navigate(`/practice?${list}${next === 'back' ? '&way=back' : ''}`, { replace: true })}
      onLeave={leave}
    />
  );
}

/** To the item when one alone was practised, else to the list. */
function wayBack(list: string, cards: readonly PracticeCard[]): string {
  const [first] = cards;
  const alone = first && cards.every(({ item }) => item === first.item);
  return alone ? `/q/${first.item}` : addressOf(filtersOfList(list));
}
