import { useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../../../locales/text.ts';
import { Button } from '../../../../ui/Button.tsx';
import { defaultSetup } from '../../../state/labModel.ts';
import type { LabSession } from '../../../state/labSession.ts';
import type { LabReadiness } from '../labReadiness.ts';
import { PictureFields } from './PictureFields.tsx';
import { ProtectionFields } from './ProtectionFields.tsx';
import { TrainingFields } from './TrainingFields.tsx';

interface Props {
  readonly session: LabSession;
  readonly readiness: LabReadiness;
}

/** Everything that can be chosen; folded, because the usual settings do for most. */
export function LabSettings({ session, readiness }: Props) {
  const setup = useStore(session.store, s => s.setup);
  const [open, setOpen] = useState(false);
  const counts = 'counts' in readiness ? readiness.counts : null;
  return (
    <details
      className="lab-settings"
      open={open}
      onToggle={event => {
        setOpen(event.currentTarget.open);
        // So that models which are too slow here can say so.
        if (event.currentTarget.open) void session.measure();
      }}
    >
      <summary>{text('lab.settings')}</summary>
      {open && (
        <div className="lab-groups">
          <PictureFields session={session} />
          <ProtectionFields session={session} labels={counts?.labels ?? []} />
          <TrainingFields session={session} counts={counts} />
          {setup !== defaultSetup && (
            <Button tone="link" icon="undo" onClick={() => session.change(defaultSetup)}>
              {text('lab.settings.reset')}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}
