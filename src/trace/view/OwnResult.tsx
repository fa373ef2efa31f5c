import { gap, number, text } from '../../locales/text.ts';
import { usePhotoSetServices } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { failureText } from '../../ui/failureText.ts';
import { Jargon } from '../../ui/Jargon.tsx';
import { Note } from '../../ui/Note.tsx';
import type { OwnReportKind } from '../state/ownReport.ts';
import { chanceText, markText, spokeText } from '../state/ownWords.ts';
import type { OwnFinding, Recognised } from '../state/traceOwn.ts';
import { Glimpse } from './Glimpse.tsx';

type Row = Recognised['rows'][number];

/** More rows than this only make the page slow to read; the report has them all. */
const rowsShown = 500;

/** How many photos are the owner's, in a sentence. */
export function sumText({ outcome: { rows } }: OwnFinding): string {
  const clear = rows.filter(isClear).length;
  if (clear === 0) return text('trace.own.sum.none');
  return text('trace.own.sum', { count: clear, n: number(clear), total: number(rows.length) });
}

function isClear(row: Row): boolean {
  if (row.kind === 'failed') return false;
  if (row.listed !== null) return true;
  if (row.kind === 'untested' || (row.kind === 'with-original' && row.unfiltered)) return false;
  return row.words === 'strong' || row.words === 'very-strong';
}

/** What a search came to: in a sentence, photo by photo, and what it cannot show. */
export function OwnResult({ finding }: { readonly finding: OwnFinding }) {
  const { outcome, photos } = finding;
  return (
    // The keyboard goes on from here when the search ends and its buttons go.
    <section className="finding" aria-label={text('trace.own.result')} tabIndex={-1}>
      <div className="finding-words">
        <p className="finding-verdict">{sumText(finding)}</p>
        <p>
          {chanceText(outcome.rows.length)} <Originals finding={finding} />
        </p>
      </div>
      {finding.originals > 0 && outcome.originals === 0 && (
        <Note tone="warn">{text('trace.own.originalsNone')}</Note>
      )}
      <div className="trace-table trace-found">
        <table>
          <thead>
            <tr>
              {(['number', 'photo', 'label', 'p', 'meaning'] as const).map(head => (
                <th key={head} scope="col">
                  <Jargon words={text(`trace.own.${head}`)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcome.rows.slice(0, rowsShown).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may be there twice, and the list does not change
              <PhotoRow key={i} row={row} at={i} name={photos[i]?.file.name ?? ''} />
            ))}
          </tbody>
        </table>
      </div>
      <Groups groups={outcome.groups} />
      <ul className="finding-remarks">
        {(['p', 'none', 'who'] as const).map(limit => (
          <li key={limit}>{text(`trace.own.limit.${limit}`)}</li>
        ))}
      </ul>
      <SaveReport finding={finding} />
    </section>
  );
}

function Originals({ finding: { outcome } }: { readonly finding: OwnFinding }) {
  if (outcome.originals === 0) return null;
  return <>{text('trace.own.originalsUsed', { count: outcome.originals, n: number(outcome.originals) })}</>;
}

interface RowProps {
  readonly row: Row;
  readonly at: number;
  readonly name: string;
}

function PhotoRow({ row, at, name }: RowProps) {
  const tested = row.kind === 'blind' || row.kind === 'with-original';
  const listed = row.kind === 'failed' ? null : row.listed;
  const label = (tested ? row.label : null) ?? listed ?? '–';
  const spoke = tested && listed === null ? spokeText(row) : null;
  const words = row.kind === 'failed' ? failureText(row.reason) : markText({ listed, result: row });
  return (
    <tr className={isClear(row) ? 'trace-clear' : undefined}>
      <td>{number(at + 1)}</td>
      <th scope="row" className="trace-name">
        <span className="trace-photo">
          <Glimpse picture={row.kind === 'failed' ? null : row.glimpse} />
          {name}
        </span>
      </th>
      <td className="trace-name">{label}</td>
      <td className="trace-psnr">{tested ? number(row.p, 3, 3) : '–'}</td>
      <td>
        <span className="trace-meaning">{words}</span>
        {spoke !== null && <span className="field-help trace-spoke">{spoke}</span>}
        {row.kind === 'failed' && row.reason.kind === 'unexpected' && <CopyDetails />}
      </td>
    </tr>
  );
}

function Groups({ groups }: { readonly groups: Recognised['groups'] }) {
  if (groups.length === 0) return null;
  return (
    <div className="trace-groups">
      <h3>{text('trace.own.groups')}</h3>
      <p className="field-help">{text('trace.own.groups.what')}</p>
      <ul>
        {groups.map(({ group, photos, label, p, words, alone }) => (
          <li key={group}>
            {text('trace.own.group', { count: photos, n: number(photos), folder: group })}
            {gap()}
            <b>{text(`trace.own.sign.${words}`)}</b>
            {label === null
              ? text('trace.own.group.p', { p: number(p, 3, 3) })
              : text('trace.own.group.label', { label, p: number(p, 3, 3) })}
            <SpokeFor words={words} alone={alone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SpokeFor(judged: Pick<Recognised['groups'][number], 'words' | 'alone'>) {
  const spoke = spokeText(judged);
  return spoke && <span className="field-help trace-spoke">{spoke}</span>;
}

const kinds: readonly OwnReportKind[] = ['html', 'json'];

function SaveReport({ finding }: { readonly finding: OwnFinding }) {
  const tools = usePhotoSetServices();
  const save = async (kind: OwnReportKind) => {
    const { ownReportFile } = await import('../state/ownReport.ts');
    const { name, blob } = ownReportFile(finding, kind);
    tools.saveFile(name, blob);
  };
  return (
    <div className="trace-run">
      {kinds.map(kind => (
        <Button key={kind} icon="download" onClick={() => void save(kind)}>
          {text(`trace.own.save.${kind}`)}
        </Button>
      ))}
      <span className="field-help">{text('trace.own.save.what')}</span>
    </div>
  );
}
