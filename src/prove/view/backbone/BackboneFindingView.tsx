import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { number, text } from '../../../locales/text.ts';
import { useKeyveil, usePhotoSetServices } from '../../../state/react.tsx';
import { useAnnounce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FiguresTable } from '../../../ui/FiguresTable.tsx';
import { Note } from '../../../ui/Note.tsx';
import {
  type BackboneFinding,
  type BackboneJudgement,
  backboneFigures,
} from '../../core/backbone/backbone.ts';
import { fewTests } from '../../core/labTable.ts';
import {
  type BackboneSession,
  type BackboneState,
  backboneDealing,
} from '../../state/backbone/backboneSession.ts';
import { backboneVerdict, columnText, shareText } from '../../state/backbone/backboneWords.ts';
import { basisOf, isCurrent, type ProveSession } from '../../state/proveSession.ts';

interface Props {
  readonly session: BackboneSession;
  readonly check: ProveSession;
  readonly found: NonNullable<BackboneState['found']>;
}

/** Before the words, so that the verdict is seen before it is read; and how it is coloured, as the instant check's. */
const looks: Readonly<Record<BackboneJudgement, { readonly sign: string; readonly look: string }>> = {
  all: { sign: '✓', look: 'easier' },
  part: { sign: '?', look: 'unsure' },
  none: { sign: '✗', look: 'not' },
  untold: { sign: '?', look: 'unsure' },
};

/** What the network learnt: in a sentence, with its figures, and as a table. */
export function BackboneFindingView({ check, found }: Props) {
  const { finding, basis } = found;
  const source = useStore(check.store, s => s.source);
  const parts = useKeyveil(s => ({
    settings: s.settings,
    photos: s.photos,
    arrangement: s.arrangement,
    key: s.key,
  }));
  const state = useKeyveil(s => s);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these parts matter
  const current = useMemo(() => isCurrent({ basis }, basisOf(state, source)), [found, source, parts]);
  const verdict = backboneVerdict(finding);
  useSpoken(found, `${verdict.sentence} ${verdict.figures}`);
  const { sign, look } = looks[verdict.judgement];
  return (
    <section className={current ? 'finding' : 'finding finding-stale'} aria-label={text('backbone.result')}>
      {!current && <Note tone="warn">{text('backbone.stale')}</Note>}
      <div className="finding-words">
        <p className={`finding-verdict finding-${look}`}>
          <span aria-hidden="true">{sign}</span> {verdict.sentence}
        </p>
        <p>{verdict.figures}</p>
        <p>{verdict.meaning}</p>
      </div>
      <Figures finding={finding} />
      <Remarks finding={finding} />
      <SaveReport found={found} />
    </section>
  );
}

function Figures({ finding }: { readonly finding: BackboneFinding }) {
  const { chance, entries } = backboneFigures(finding);
  const rows = entries.map(({ column, entry }, at) => {
    const { right, total } = finding.columns[at]?.kept ?? { right: 0, total: 0 };
    const kept = text('backbone.percent', { n: number((100 * right) / Math.max(1, total)) });
    return [columnText(column), shareText(entry), kept];
  });
  return (
    <>
      <FiguresTable
        caption={text('backbone.chance', { n: number(100 * chance) })}
        head={[text('backbone.learntFrom'), text('backbone.right'), text('backbone.kept')]}
        rows={rows}
      />
      <p className="field-help">{text('backbone.kept.what')}</p>
    </>
  );
}

function Remarks({ finding }: { readonly finding: BackboneFinding }) {
  const { counts, seconds, failed, layer, features } = finding;
  const sum = (list: readonly number[]) => list.reduce((all, count) => all + count, 0);
  const tests = sum(counts.test);
  const remarks = [
    tests < fewTests && text('backbone.few', { n: number(fewTests) }),
    failed > 0 && text('backbone.failed', { count: failed, n: number(failed) }),
    text('backbone.layer.value', { name: layer, n: number(features) }),
    text('backbone.basis', {
      train: number(sum(counts.train)),
      test: number(tests),
      seconds: number(seconds),
    }),
  ];
  return (
    <ul className="finding-remarks">{remarks.map(remark => remark && <li key={remark}>{remark}</li>)}</ul>
  );
}

function SaveReport({ found: { finding, basis } }: Pick<Props, 'found'>) {
  const tools = usePhotoSetServices();
  const save = async (kind: 'html' | 'json') => {
    const { backboneReportFile, backboneReportOf } = await import('../../state/backbone/backboneReports.ts');
    const { originHere } = await import('../../state/labReports.ts');
    const { name, blob } = backboneReportFile(
      backboneReportOf(finding, basis, backboneDealing, originHere(navigator)),
      kind,
    );
    tools.saveFile(name, blob);
  };
  return (
    <div className="backbone-save">
      {(['html', 'json'] as const).map(kind => (
        <Button key={kind} icon="download" onClick={() => void save(kind)}>
          {text(`backbone.save.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

/** Says what came of it once. */
function useSpoken(found: Props['found'], words: string): void {
  const say = useAnnounce();
  const last = useRef<Props['found'] | null>(null);
  useEffect(() => {
    if (found !== last.current) say(words);
    last.current = found;
  }, [found, words, say]);
}
