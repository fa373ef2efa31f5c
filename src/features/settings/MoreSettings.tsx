import { lazy, Suspense, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { loadMorePanel } from './loadMorePanel.ts';

const MorePanel = lazy(loadMorePanel);

/** The bare settings, for those who want them. */
export function MoreSettings() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="settings-more">
      <Button
        tone="link"
        ref={opener}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        {text('settings.more')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <MorePanel opener={opener} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
