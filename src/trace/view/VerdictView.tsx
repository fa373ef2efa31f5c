import { number, sentences, text } from '../../locales/text.ts';
import { usePhotoSetServices } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { LabelVerdict, Verdict } from '../core/verdict.ts';
import type { ModelState } from '../state/modelState.ts';
import type { OpenReceipt } from '../state/traceClaim.ts';
import { publishedCheck } from '../state/traceClaim.ts';
import type { TraceModel } from '../state/traceModel.ts';
import { anyFilterText, chanceOfText, saidText, verdictLimits } from '../state/verdictWords.ts';

interface Props {
  readonly model: TraceModel;
  readonly state: ModelState;
  readonly verdict: Verdict;
  readonly opened: OpenReceipt;
}

/** What the answers come to: in a sentence, label by label, and what it cannot show. */
export function VerdictView({ model, state, verdict, opened }: Props) {
  const { overall, labels } = verdict;
  const anyFilter = anyFilterText(verdict);
  const check = publishedCheck(opened, state.publishedText);
  return (
    <section className="finding" aria-label={text('trace.model.verdict')}>
      <div className="finding-words">
        <p className="finding-verdict">{text(`trace.model.word.${overall.word}`)}</p>
        <p>
          {sentences([
            text('trace.model.paired.what', { p: chanceOfText(overall.paired) }),
            text('trace.model.rank.what', {
              p: chanceOfText(overall.rank.p),
              rank: number(overall.rank.rank),
              of: number(overall.rank.of),
            }),
          ])}
        </p>
      </div>
      <div className="trace-table trace-verdict">
        <table>
          <thead>
            <tr>
              <th scope="col">{text('trace.own.label')}</th>
              {(['own', 'decoys', 'plain', 'paired', 'rank'] as const).map(head => (
                <th key={head} scope="col">
                  {text(`trace.model.${head}`)}
                </th>
              ))}
              <th scope="col">{text('trace.own.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {labels.map(one => (
              <Row key={one.label} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      {anyFilter !== null && <Note tone="warn">{anyFilter}</Note>}
      <ul className="finding-remarks">
        {verdictLimits.map(limit => (
          <li key={limit}>
            <Jargon words={text(limit)} />
          </li>
        ))}
      </ul>
      <TextField
        label={text('trace.model.published')}
        value={state.publishedText}
        onChange={model.setPublished}
        help={check === 'none' ? text('trace.model.published.help') : text(`trace.model.published.${check}`)}
      />
      <SaveReport state={state} opened={opened} />
    </section>
  );
}

function Row({ one }: { readonly one: LabelVerdict }) {
  const clear = one.word === 'strong' || one.word === 'very-strong';
  const { rank, of } = one.rank;
  return (
    <tr className={clear ? 'trace-clear' : undefined}>
      <th scope="row">{one.label}</th>
      <td data-head={text('trace.model.own')}>{saidText(one.own)}</td>
      <td data-head={text('trace.model.decoys')}>{saidText(one.decoys)}</td>
      <td data-head={text('trace.model.plain')}>{saidText(one.plain)}</td>
      <td data-head={text('trace.model.paired')}>{chanceOfText(one.pairedHolm)}</td>
      <td data-head={text('trace.model.rank')}>
        {text('trace.model.rankOf', { rank: number(rank), of: number(of) })}
      </td>
      <td>{text(`trace.model.sign.${one.word}`)}</td>
    </tr>
  );
}

function SaveReport({ state, opened }: Pick<Props, 'state' | 'opened'>) {
  const tools = usePhotoSetServices();
  const save = async (kind: 'html' | 'json') => {
    const { modelReportOf, verdictFile } = await import('../state/verdictFiles.ts');
    const report = modelReportOf(state, opened, Date.now());
    if (!report) return;
    const { name, blob } = verdictFile(report, kind, opened.receipt.dataset);
    tools.saveFile(name, blob);
  };
  return (
    <div className="trace-run">
      {(['html', 'json'] as const).map(kind => (
        <Button key={kind} icon="download" onClick={() => void save(kind)}>
          {text(`trace.own.save.${kind}`)}
        </Button>
      ))}
      <span className="field-help">{text('trace.own.save.what')}</span>
    </div>
  );
}
