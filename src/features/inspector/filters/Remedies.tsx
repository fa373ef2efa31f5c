import { proposeDatasetName } from '../../../core/dataset.ts';
import { text } from '../../../locales/text.ts';
import { useActions, useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { comparedLabels, type Remedy, remediesFor } from './distances.ts';
import { pairNames } from './distanceWords.ts';

/** What is wrong, and the buttons that mend it. */
export function Remedies() {
  const compared = useKeyveil(comparedLabels);
  const remedies = useKeyveil(remediesFor);
  const actions = useActions();
  const [nearest] = compared?.close ?? [];
  if (!compared || !nearest) return null;
  const mend: Readonly<Record<Remedy, () => void>> = {
    method: () => actions.setMethod('cast'),
    strength: () => actions.setPreset('standard'),
    dataset: () => actions.setDataset(proposeDatasetName()),
  };
  return (
    <Note tone="warn">
      <div className="remedies">
        <p>
          {text('inspector.distances.close', {
            count: compared.close.length,
            ...pairNames(compared, nearest),
          })}
        </p>
        <p>
          {text(
            remedies.length > 0
              ? `inspector.remedy.${remedies[0] ?? 'method'}.about`
              : 'inspector.remedy.none',
          )}
        </p>
        {remedies.length > 0 && (
          <div className="remedy-buttons">
            {remedies.map(remedy => (
              <Button key={remedy} tone="link" onClick={mend[remedy]}>
                {text(`inspector.remedy.${remedy}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Note>
  );
}
