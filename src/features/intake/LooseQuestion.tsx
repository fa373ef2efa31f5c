import { number, text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { assignByName, assignPhotos } from '../commands/labelling.ts';
import { LabelDot } from '../labels/LabelDot.tsx';
import { NameField } from '../labels/NameField.tsx';
import { labelsBySize, loosePhotos } from './loose.ts';

/** Labels offered as a chip. */
const chipsShown = 6;

/** Photos that came without a folder: asks at once who or what they are, and waits as long as it takes. */
export function LooseQuestion() {
  const page = usePage();
  const actions = useActions();
  const ids = useKeyveil(loosePhotos);
  const labels = useKeyveil(labelsBySize);
  if (ids.length === 0) return null;
  return (
    <section className="loose" aria-label={text('loose.question')}>
      <div className="loose-words">
        <h2>{text('loose.question')}</h2>
        <p>{text('loose.why', { count: ids.length, n: number(ids.length) })}</p>
      </div>
      <div className="loose-answer">
        <NameField
          label={text('loose.field')}
          placeholder={text('loose.placeholder')}
          submit={text('loose.submit')}
          onSubmit={name => assignByName(page, ids, name)}
        />
        {labels.slice(0, chipsShown).map(label => (
          <Button key={label.id} className="chip" onClick={() => assignPhotos(page, ids, label.id)}>
            <LabelDot colour={label.colour} />
            {label.name}
          </Button>
        ))}
        <Button tone="link" onClick={actions.dismissIntake}>
          {text('loose.later')}
        </Button>
      </div>
    </section>
  );
}
