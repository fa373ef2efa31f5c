import { withUnseenShown } from '../../core/labels/unseen.ts';
import { number, text } from '../../locales/text.ts';
import type { Intake, IntakeDone } from '../../state/model/intake.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { LightProposed } from '../look/LightProposed.tsx';
import { LabelQuestions } from './LabelQuestions.tsx';
import { groupLeftOut } from './leftOut.ts';
import { NameQuestion } from './NameQuestion.tsx';
import { SampleCredits } from './SampleCredits.tsx';
import { intakeSummary, reportsMore } from './summary.ts';

/** How far an addition is, and what it left out; that all went well is said in passing only. */
export function IntakeReport() {
  const intake = useKeyveil(s => s.intake);
  const asking = useKeyveil(s => s.nameQuestion !== null);
  return (
    <>
      <NameQuestion />
      {intake.kind === 'reading' && !asking && <Reading {...intake} />}
      {intake.kind === 'done' && <Done {...intake} />}
      <LabelQuestions />
      <SampleCredits />
      <LightProposed />
    </>
  );
}

function Reading({ found, read }: Extract<Intake, { kind: 'reading' }>) {
  const words =
    found > 0
      ? text('intake.reading', { read: number(read), count: found, n: number(found) })
      : text('intake.looking');
  return (
    <div className="reading">
      <span>{words}</span>
      <ProgressBar
        label={text('intake.readingName')}
        value={found > 0 ? read : null}
        max={found}
        valueText={words}
      />
    </div>
  );
}

function Done(intake: IntakeDone) {
  const actions = useActions();
  const { leftOut, firstFrames, fromRaw, joined, unseen, added } = intake;
  if (!reportsMore(intake)) return null;
  return (
    <Note tone={added > 0 ? 'plain' : 'warn'} onDismiss={actions.dismissIntake}>
      <p>{intakeSummary(intake)}</p>
      {fromRaw > 0 && <p>{text('intake.fromRaw', { count: fromRaw, n: number(fromRaw) })}</p>}
      {firstFrames > 0 && <p>{text('intake.firstFrames', { count: firstFrames, n: number(firstFrames) })}</p>}
      {joined.map(({ folder, label }) => (
        <p key={folder}>
          {text('intake.joined', { folder: withUnseenShown(folder), label: withUnseenShown(label) })}
        </p>
      ))}
      {unseen.map(folder => (
        <p key={folder}>{text('intake.unseen', { folder: withUnseenShown(folder) })}</p>
      ))}
      {leftOut.length > 0 && (
        <ul className="left-out">
          {groupLeftOut(leftOut).map(({ reason, paths }) => (
            <li key={reason}>
              <details>
                <summary>
                  {number(paths.length)} × {text(`leftOut.${reason}`)}
                </summary>
                {reason === 'unexpected' && <CopyDetails />}
                <LeftOutNames paths={paths} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

/** More names than this only make the page slow to read. */
const namesShown = 200;

function LeftOutNames({ paths }: { readonly paths: readonly string[] }) {
  const more = paths.length - namesShown;
  return (
    <ul className="left-out-names">
      {paths.slice(0, namesShown).map((path, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same path may be there twice, and the list does not change
        <li key={i}>{path}</li>
      ))}
      {more > 0 && <li>{text('intake.andMore', { count: more, n: number(more) })}</li>}
    </ul>
  );
}
