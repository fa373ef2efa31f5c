import { useMemo } from 'react';
import { list, number, text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Note } from '../../../ui/Note.tsx';
import type { Told } from '../../core/detector/detect.ts';
import { type DetectorFinding, isDetectionCurrent } from '../../state/detectorSession.ts';
import type { Source } from '../../state/proveSession.ts';
import { NumbersTable } from '../NumbersTable.tsx';
import { detectorRows, detectorVerdictOf } from './words.ts';

/** Before the words, in the look of a check's verdict. What is told is bad for whoever hides, so it is no tick. */
const signs: Readonly<Record<Told, { readonly sign: string; readonly look: string }>> = {
  easily: { sign: '✗', look: 'not' },
  partly: { sign: '!', look: 'unsure' },
  hardly: { sign: '✓', look: 'easier' },
  unsure: { sign: '?', look: 'unsure' },
};

/** Verdict, figures, what follows, and the numbers as a table. */
export function DetectorFound({
  finding,
  source,
}: {
  readonly finding: DetectorFinding;
  readonly source: Source;
}) {
  const parts = useKeyveil(s => ({ settings: s.settings, photos: s.photos, arrangement: s.arrangement }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const current = useMemo(() => isDetectionCurrent(finding, state, source), [finding, source, parts]);
  const { detected, left } = finding;
  const detection = detected.rows[0]?.detection;
  if (!detection) return null;
  const { told, sentence, figures, found, meaning } = detectorVerdictOf(detection);
  const many = (key: 'ofPhotos' | 'ofLabels', count: number) =>
    text(`prove.${key}`, { count, n: number(count) });
  return (
    <section className={current ? 'finding' : 'finding finding-stale'} aria-label={text('detector.chart')}>
      {!current && <Note tone="warn">{text('prove.stale')}</Note>}
      <div className="finding-words">
        <p className={`finding-verdict finding-${signs[told].look}`}>
          <span aria-hidden="true">{signs[told].sign}</span> {sentence}
        </p>
        <p>{figures}</p>
        <p>{found}</p>
        <p>{meaning}</p>
      </div>
      <NumbersTable
        summary={text('prove.table')}
        caption={text('detector.chart')}
        head={[text('detector.photos'), text('detector.called'), text('detector.auc')]}
        rows={detectorRows(detection).map(([name = '', ...cells]) => ({ name, cells }))}
      />
      <ul className="finding-remarks">
        {left.labels.length > 0 && <li>{text('prove.left.labels', { names: list(left.labels) })}</li>}
        {left.photos > 0 && <li>{text('detector.left', { count: left.photos, n: number(left.photos) })}</li>}
        {detected.failed > 0 && (
          <li>{text('prove.left.failed', { count: detected.failed, n: number(detected.failed) })}</li>
        )}
        <li>
          {text('detector.basis', {
            photos: many('ofPhotos', detected.photos),
            labels: many('ofLabels', detected.labels),
          })}
        </li>
      </ul>
    </section>
  );
}
