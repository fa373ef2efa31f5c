// First, so that what is imported below finds its texts.
import '../../../locales/workspace.ts';
import { isTooClose, tooClose } from '../../../core/filter/filterDistance.ts';
import { number, text } from '../../../locales/text.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Heat } from '../../../ui/Heat.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Jargon } from '../../../ui/Jargon.tsx';
import { type Compared, comparedLabels, mostInMatrix } from './distances.ts';
import { distanceText, pairNames } from './distanceWords.ts';
import { Remedies } from './Remedies.tsx';

/** Every pair of labels with the distance between their filters. */
export default function DistancesDialog({ onClose }: { readonly onClose: () => void }) {
  const compared = useKeyveil(comparedLabels);
  return (
    <Dialog
      size="wide"
      title={text('inspector.distances.title')}
      onClose={onClose}
      footer={
        <Button tone="primary" onClick={onClose}>
          {text('app.done')}
        </Button>
      }
    >
      <p>
        <Jargon words={text('inspector.distances.about', { limit: number(tooClose, 2) })} />
      </p>
      {compared && compared.close.length > 0 && <Remedies />}
      {compared &&
        (compared.labels.length <= mostInMatrix ? <Matrix {...compared} /> : <Nearest {...compared} />)}
    </Dialog>
  );
}

function Matrix({ labels, distances }: Compared) {
  return (
    // Wider than the dialog with many labels: it scrolls, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="distances" tabIndex={0} aria-label={text('inspector.distances')}>
      <table>
        <thead>
          <tr>
            <td />
            {labels.map(label => (
              <th key={label.id} scope="col">
                <LabelHead name={label.name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((row, a) => (
            <tr key={row.id}>
              <th scope="row">
                <LabelHead name={row.name} />
              </th>
              {labels.map((column, b) => (
                <td key={column.id}>{a !== b && <Distance distance={distances.matrix[a]?.[b] ?? 0} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LabelHead({ name }: { readonly name: string }) {
  const filter = useKeyveil(s => s.filters?.byName.get(name)?.filter ?? null);
  return (
    <span className="distances-label">
      {filter && <Heat filter={filter} size={18} />}
      <span title={name}>{name}</span>
    </span>
  );
}

/** The farther the fuller; a pair too close carries a sign and stands out without colour, too. */
function Distance({ distance }: { readonly distance: number }) {
  const close = isTooClose({ distance });
  return (
    <span
      className={close ? 'distance distance-close' : 'distance'}
      style={{ backgroundSize: `${Math.min(100, distance * 40)}% 3px` }}
    >
      {close && <Icon name="alert" />}
      {distanceText(distance)}
      {close && <span className="visually-hidden">{text('inspector.distances.tooClose')}</span>}
    </span>
  );
}

/** How many of the nearest pairs are listed when there are too many labels for a matrix. */
const listed = 40;

function Nearest(compared: Compared) {
  return (
    <section className="distances">
      <p className="inspector-hint">{text('inspector.distances.nearest', { count: listed })}</p>
      <ol>
        {compared.distances.pairs.slice(0, listed).map(pair => (
          <li key={`${pair.a} ${pair.b}`}>
            {text('inspector.distances.pair', { ...pairNames(compared, pair) })}
            <Distance distance={pair.distance} />
          </li>
        ))}
      </ol>
    </section>
  );
}
