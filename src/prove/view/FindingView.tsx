import { useMemo } from 'react';
import { useStore } from 'zustand';
import { veilSizeOf } from '../../core/settings.ts';
import { list, number, text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Note } from '../../ui/Note.tsx';
import type { Judgement } from '../core/decoy.ts';
import { basisOf, type Finding, isCurrent, type ProveSession } from '../state/proveSession.ts';
import { Bars } from './Bars.tsx';
import { BarsTable } from './BarsTable.tsx';
import { isVeilTooWide, type Reading, readingsOf, verdictOf } from './verdict.ts';

interface Props {
  readonly session: ProveSession;
  readonly finding: Finding;
}

/** Before the words, so that the verdict is seen before it is read. */
const signs: Readonly<Record<Judgement, string>> = { easier: '✓', not: '✗', unsure: '?', already: '?' };

/** What a check came to: in a sentence, as bars, as numbers, and what it leaves out. */
export function FindingView({ session, finding }: Props) {
  const source = useStore(session.store, s => s.source);
  const { settings, photos, arrangement, key } = useKeyveil(s => ({
    settings: s.settings,
    photos: s.photos,
    arrangement: s.arrangement,
    key: s.key,
  }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const current = useMemo(
    () => isCurrent(finding, basisOf(state, source)),
    [finding, source, settings, photos, arrangement, key],
  );
  const verdict = verdictOf(finding);
  return (
    <section className={current ? 'finding' : 'finding finding-stale'} aria-label={text('prove.chart')}>
      {!current && <Note tone="warn">{text('prove.stale')}</Note>}
      <div className="finding-words">
        <p className={`finding-verdict finding-${verdict.judgement}`}>
          <span aria-hidden="true">{signs[verdict.judgement]}</span> {verdict.sentence}
        </p>
        <p>{verdict.figures}</p>
        <p>{verdict.meaning}</p>
      </div>
      <Bars finding={finding} best={verdict.best.size} />
      <Remarks finding={finding} />
      <BarsTable finding={finding} />
    </section>
  );
}

function Remarks({ finding }: { readonly finding: Finding }) {
  const { told, basis, left, labels } = finding;
  const veilSize = veilSizeOf(basis.settings);
  const lacks = (what: Reading['lacks']) => readingsOf(finding).some(one => one.lacks === what);
  const many = (key: 'ofPhotos' | 'ofLabels', count: number) =>
    text(`prove.${key}`, { count, n: number(count) });
  const remarks = [
    lacks('veil') && text('prove.lacks.veil.why'),
    lacks('below') && veilSize !== null && text('prove.lacks.below.why', { size: number(veilSize) }),
    lacks('shrunk') && text('prove.lacks.shrunk.why'),
    isVeilTooWide(finding) && text('prove.own.why'),
    left.labels.length > 0 && text('prove.left.labels', { names: list(left.labels) }),
    left.photos > 0 && text('prove.left.photos', { count: left.photos, n: number(left.photos) }),
    told.failed > 0 && text('prove.left.failed', { count: told.failed, n: number(told.failed) }),
    text('prove.basis', {
      photos: many('ofPhotos', told.photos),
      labels: many('ofLabels', labels),
      seconds: number(told.milliseconds / 1000, 1),
    }),
  ];
  return (
    <ul className="finding-remarks">{remarks.map(remark => remark && <li key={remark}>{remark}</li>)}</ul>
  );
}
