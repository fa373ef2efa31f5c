import { useStore } from 'zustand';
import { text } from '../../locales/text.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { ModelState } from '../state/modelState.ts';
import type { TraceClaim } from '../state/traceClaim.ts';

/** Fewer tell too little. */
const fewestPhotos = 50;

interface Props {
  readonly claim: TraceClaim;
  readonly state: ModelState;
  /** A model's files were opened here. */
  readonly hasModel: boolean;
}

/** What has to be at hand before a model can be tested, ticked as it comes. */
export function ModelChecklist({ claim, state, hasModel }: Props) {
  const standing = useStore(claim.store, s => s.standing.kind);
  const opened = useStore(claim.store, s => s.opened !== null);
  const items = [
    { name: 'receipt', there: opened },
    { name: 'key', there: standing === 'ok' },
    { name: 'photos', there: state.photos.length >= fewestPhotos },
    { name: 'model', there: hasModel || state.answers !== null },
  ] as const;
  return (
    <section className="trace-checklist" aria-label={text('trace.model.checklist')}>
      <h3>{text('trace.model.checklist')}</h3>
      <ul>
        {items.map(({ name, there }) => (
          <li key={name} className={there ? 'is-there' : undefined}>
            <span aria-hidden="true">{there ? '✓' : '○'}</span>
            <span>
              {text(`trace.model.checklist.${name}`)}
              {there && <VisuallyHidden>{text('trace.model.checklist.there')}</VisuallyHidden>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
