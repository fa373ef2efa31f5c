import { list, number, text } from '../../locales/text.ts';
import { type Arrival, arrival, labelsBySize } from '../../state/queries/arrival.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { assignPhotos, labelTogether, takeLabelsOff } from '../commands/labelling.ts';
import { LabelDot } from '../labels/LabelDot.tsx';
import { NameField } from '../labels/NameField.tsx';
import { refusalText } from '../labels/refusal.ts';
import { LabelPicture } from './LabelPicture.tsx';

/** Labels offered as a chip, and named in a sentence. */
const chipsShown = 6;
const namesShown = 4;

/** The one question about labels, once photos are there: what is in them? It waits as long as it takes. */
export function WhatQuestion() {
  const asked = useKeyveil(arrival);
  if (asked === null) return null;
  return (
    <section className="what" aria-label={text('what.question')}>
      <LabelPicture />
      <div className="what-words">
        <h2>{text('what.question')}</h2>
        <p>{text('what.label')}</p>
      </div>
      {asked.kind === 'loose' ? <Loose ids={asked.ids} /> : <Folders {...asked} />}
    </section>
  );
}

function Loose({ ids }: Pick<Arrival, 'ids'>) {
  const page = usePage();
  const { leaveArrival } = useActions();
  const labels = useKeyveil(labelsBySize);
  return (
    <div className="what-answer">
      <NameField
        // Photos that come later are asked about anew.
        key={ids[0]}
        label={text('what.field')}
        placeholder={text('what.placeholder')}
        typed={labels.length === 0 ? text('what.set') : ''}
        submit={text('what.one')}
        onSubmit={name => labelTogether(page, ids, name)}
      />
      {labels.slice(0, chipsShown).map(label => (
        <Button key={label.id} className="chip" onClick={() => assignPhotos(page, ids, label.id)}>
          <LabelDot colour={label.colour} />
          {label.name}
        </Button>
      ))}
      <Button tone="link" onClick={leaveArrival}>
        {text('what.sort')}
      </Button>
      <p className="what-why">{text('what.loose', { count: ids.length, n: number(ids.length) })}</p>
    </div>
  );
}

function Folders({ ids, labels, name }: Arrival) {
  const page = usePage();
  const { leaveArrival } = useActions();
  const together = () => {
    const refused = refusalText(labelTogether(page, ids, name ?? text('what.set')));
    if (refused !== null) page.say(refused);
  };
  const shown = labels.slice(0, namesShown).map(label => label.name);
  const more = labels.length - shown.length;
  const names =
    more > 0 ? text('ask.levelMore', { labels: list(shown), count: more, n: number(more) }) : list(shown);
  return (
    <div className="what-answer">
      <p className="what-why">{text('what.folders', { labels: names })}</p>
      <Button tone="primary" onClick={leaveArrival}>
        {text('what.folder')}
      </Button>
      <Button onClick={together}>{text('what.one')}</Button>
      <Button tone="link" onClick={() => takeLabelsOff(page, ids)}>
        {text('what.sort')}
      </Button>
    </div>
  );
}
