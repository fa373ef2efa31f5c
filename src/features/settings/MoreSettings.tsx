import { lazy, Suspense } from 'react';
import { text } from '../../locales/text.ts';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { loadMorePanel } from './loadMorePanel.ts';

const MorePanel = lazy(loadMorePanel);

/** The bare settings, for those who want them. */
export function MoreSettings() {
  return (
    <div className="settings-more beside-label">
      <PopoverButton words={text('settings.more')}>
        {hung => (
          <Suspense fallback={null}>
            <MorePanel {...hung} />
          </Suspense>
        )}
      </PopoverButton>
    </div>
  );
}
