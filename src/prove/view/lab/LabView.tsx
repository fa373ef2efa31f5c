import { useStore } from 'zustand';
import { text } from '../../../locales/text.ts';
import type { Series } from '../../state/labModel.ts';
import type { LabSession } from '../../state/labSession.ts';
import type { ProveSession } from '../../state/proveSession.ts';
import { CheckSource } from '../CheckSource.tsx';
import { LabStart } from './LabStart.tsx';
import { QueueBar } from './QueueBar.tsx';
import { SeriesCard } from './SeriesCard.tsx';
import { TableCard } from './TableCard.tsx';
import './lab.css';
import './settings/settings.css';
import './results/results.css';

interface Props {
  readonly session: LabSession;
  /** Of the instant check; both look at the same set. */
  readonly check: ProveSession;
}

/** The training lab: one button, settings for those who want them, and what came of each press, newest first. */
export default function LabView({ session, check }: Props) {
  const series = useStore(session.store, s => s.series);
  const newest = series.at(-1);
  return (
    <>
      <section className="wing-head">
        <h2>{text('lab.title')}</h2>
        <p>{text('lab.what')}</p>
      </section>
      <CheckSource session={check} />
      <LabStart session={session} check={check} />
      <QueueBar session={session} />
      {cardsOf(series).map(card =>
        card.table ? (
          <TableCard key={card.series[0]?.id} session={session} check={check} series={card.series} />
        ) : (
          card.series.map(one => (
            <SeriesCard key={one.id} session={session} check={check} series={one} first={one === newest} />
          ))
        ),
      )}
      <p className="lab-limit">{text('lab.limit')}</p>
    </>
  );
}

/** Newest first; the columns of a table make one card. */
function cardsOf(
  all: readonly Series[],
): readonly { readonly table: boolean; readonly series: readonly Series[] }[] {
  const tables = [...new Set(all.flatMap(({ table }) => table?.id ?? []))].map(id => ({
    table: true,
    series: all.filter(({ table }) => table?.id === id),
  }));
  const alone = all.filter(({ table }) => table === null).map(one => ({ table: false, series: [one] }));
  return [...tables, ...alone].sort((a, b) => (b.series[0]?.number ?? 0) - (a.series[0]?.number ?? 0));
}
