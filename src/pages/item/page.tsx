import { Navigate, useParams } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { OnceArrived } from '#pages/parts/once-arrived.tsx';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useLive } from '#storage/use-live.ts';
import { ItemFrame } from './item-frame.tsx';
import { Missing } from './missing.tsx';
import { readItemView } from './read-view.ts';

/** One item of the bank at an address that can be shared. */
export function ItemPage() {
  const { id = '' } = useParams();
  const environment = useEnvironment();
  return environment && <Loaded key={id} id={id as ItemId} environment={environment} />;
}

function Loaded({ id, environment }: { readonly id: ItemId; readonly environment: Environment }) {
  const view = useLive(({ db }) => readItemView(db, id, environment), [id, environment]);
  if (!view) return null;
  if (view.kind !== 'found') {
    return (
      <OnceArrived>
        <Missing view={view} />
      </OnceArrived>
    );
  }
  if (view.item.type === 'path') return <Navigate to={`/paths/${id}`} replace />;
  return <ItemFrame view={view} item={view.item} environment={environment} />;
}
