import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { photoStatus } from '../../state/queries/photoStatus.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { leaveOut, takeBack } from '../commands/leaving.ts';

/** What is decided for this photo alone. */
export function PhotoDecision({ photo }: { readonly photo: Photo }) {
  const page = usePage();
  const status = useKeyveil(s => photoStatus(s, photo.id));
  if (status === 'unlabelled' || status === 'before') return <p>{text(`leave.not.${status}`)}</p>;
  const out = status === 'left-out';
  return (
    <>
      <Button
        icon={out ? 'undo' : 'eye-off'}
        onClick={() => (out ? takeBack(page, [photo.id]) : leaveOut(page, [photo.id]))}
      >
        {text(out ? 'leave.back' : 'leave.out')}
      </Button>
      <p data-out={out ? '' : undefined}>{text(out ? 'leave.isOut' : 'leave.what')}</p>
    </>
  );
}
