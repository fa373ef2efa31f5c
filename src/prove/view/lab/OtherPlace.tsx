import { useStore } from 'zustand';
import { text } from '../../../locales/text.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Series } from '../../state/labModel.ts';
import type { LabSession } from '../../state/labSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';

interface Props {
  readonly session: LabSession;
  readonly check: ProveSession;
  readonly series: Series;
}

/** Where a miniature was tested, the real settings are one press away, and the other way round. */
export function OtherPlace({ session, check, series }: Props) {
  const source = useStore(check.store, s => s.source);
  const other = series.pictures.protectedAt === 'small' ? 'real' : 'small';
  const train = () => {
    const { setup } = session.store.getState();
    session.change({ pictures: { ...setup.pictures, protectedAt: other } });
    session.train(source);
  };
  return (
    <p className="lab-other">
      <Button tone="link" icon="spark" onClick={train}>
        {text(`lab.other.${other}`)}
      </Button>
    </p>
  );
}
