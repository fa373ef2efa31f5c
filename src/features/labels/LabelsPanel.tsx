import { useState } from 'react';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { LabelRow } from './LabelRow.tsx';
import { NewLabel } from './NewLabel.tsx';
import { labelRows } from './rows.ts';
import { SpecialRows } from './SpecialRows.tsx';
import { Warnings } from './Warnings.tsx';
import './labels.css';

/** Labels with their counts, and words where protection will be weak. */
export function LabelsPanel() {
  const rows = useKeyveil(labelRows);
  const [adding, setAdding] = useState(false);
  return (
    <div className="labels">
      <div className="panel-head">
        <h2>{text('labels.title')}</h2>
        <Button tone="link" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {text('labels.add')}
        </Button>
      </div>
      {adding && <NewLabel onDone={() => setAdding(false)} />}
      <ul className="label-list">
        <SpecialRows />
        {rows.map((row, i) => (
          <LabelRow key={row.label.id} {...row} digit={i < 10 ? (i + 1) % 10 : null} />
        ))}
      </ul>
      <Warnings />
    </div>
  );
}
