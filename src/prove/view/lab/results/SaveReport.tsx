import { text } from '../../../../locales/text.ts';
import { usePhotoSetServices } from '../../../../state/react.tsx';
import { Button } from '../../../../ui/Button.tsx';
import type { LabRun, Series } from '../../../state/labModel.ts';
import { hasEnded } from '../../../state/labQueue.ts';
import type { ReportKind } from '../../../state/labReports.ts';

interface Props {
  /** One, or the columns of a table. */
  readonly series: readonly Series[];
  readonly runs: readonly LabRun[];
}

const kinds: readonly ReportKind[] = ['html', 'csv', 'epochs', 'json'];

/** Saves what an experiment was and what came of it, once a run has ended. */
export function SaveReport({ series, runs }: Props) {
  const tools = usePhotoSetServices();
  const ready = runs.some(hasEnded);
  const save = async (kind: ReportKind) => {
    const { originHere, reportFile, reportOf } = await import('../../../state/labReports.ts');
    const report = reportOf(series, runs, originHere(navigator));
    const [first] = series;
    if (!report || !first) return;
    const { name, blob } = reportFile(report, kind, first.basis.dataset);
    tools.saveFile(name, blob);
  };
  return (
    <section className="lab-save">
      <h4>{text('lab.save')}</h4>
      <div>
        {kinds.map(kind => (
          <Button key={kind} icon="download" disabled={!ready} onClick={() => void save(kind)}>
            {text(`lab.save.${kind}`)}
          </Button>
        ))}
      </div>
      <p className="field-help">{text(ready ? 'lab.save.help' : 'lab.save.later')}</p>
    </section>
  );
}
