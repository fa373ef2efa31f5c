import { samplePhotos } from '../../core/samplePhotos.ts';
import { text } from '../../locales/text.ts';
import type { KeyveilState } from '../../state/model.ts';
import { memoised } from '../../state/queries/memo.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';

const names = new Set(samplePhotos.map(({ file }) => file));

/** Whether any of the sample photographs, which are not the person's own, is on the page. */
const sampled = memoised(
  s => [s.photos, s.arrangement.order],
  ({ photos, arrangement }: KeyveilState): boolean =>
    arrangement.order.some(id => {
      const photo = photos.get(id);
      return photo?.origin.kind === 'sample' && names.has(photo.name);
    }),
);

/** That the sample photos are others' work, for as long as they are there; the way to their names. */
export function SampleCredits() {
  const page = usePage();
  if (!useKeyveil(sampled)) return null;
  return (
    <p className="sample-credits">
      {text('samples.free')}{' '}
      <Button tone="link" onClick={() => page.openDialog('about')}>
        {text('samples.credits')}
      </Button>
    </p>
  );
}
