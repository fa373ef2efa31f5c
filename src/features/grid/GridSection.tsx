import { useMemo, useState } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { IntakePlace } from '../intake/IntakePlace.tsx';
import { WhatQuestion } from '../intake/WhatQuestion.tsx';
import { ReceiptPlace } from '../receipt/ReceiptPlace.tsx';
import { ResumePlace } from '../resume/ResumePlace.tsx';
import { RunStrip } from '../run/RunStrip.tsx';
import { GridMenu } from './GridMenu.tsx';
import { LabelAs } from './LabelAs.tsx';
import { PhotoList } from './PhotoList.tsx';
import { Toolbar } from './Toolbar.tsx';
import './grid.css';
import './toolbar.css';
import './tile.css';

/** The photos with what is said and done about them. */
export function GridSection() {
  const [picking, setPicking] = useState(false);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const touch = useMedia(breakpoints.touch);
  const anySelected = useKeyveil(s => s.selection.ids.size > 0);
  // With fingers, a selection once begun goes on until it is cleared.
  const selecting = picking || (touch && anySelected);
  const anchor = useMemo(
    () => menuAt && { left: menuAt.x, right: menuAt.x, top: menuAt.y, bottom: menuAt.y },
    [menuAt],
  );
  return (
    <section className="grid-section">
      <Toolbar selecting={selecting} onSelecting={setPicking} />
      <div className="grid-words">
        <ResumePlace />
        <ReceiptPlace />
        <IntakePlace />
        <WhatQuestion />
        <LabelAs />
      </div>
      <PhotoList
        selecting={selecting}
        onLongPress={() => setPicking(true)}
        onMenu={(x, y) => setMenuAt({ x, y })}
      />
      <RunStrip />
      {anchor && <GridMenu anchor={anchor} onClose={() => setMenuAt(null)} />}
    </section>
  );
}
