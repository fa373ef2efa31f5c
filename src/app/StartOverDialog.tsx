// First, so that what is imported below finds its texts.
import '../locales/dialogs.ts';
import { offerKeyFile } from '../features/key/offerFile.ts';
import { number, text } from '../locales/text.ts';
import { unsavedPhotos } from '../state/queries/archive.ts';
import { counts } from '../state/queries/counts.ts';
import { useActions, useKeyveil } from '../state/react.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Note } from '../ui/Note.tsx';

/** Asks before everything is forgotten, and says what would be lost. */
export default function StartOverDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const say = useAnnounce();
  const { lost, photos, keyUnsaved } = useKeyveil(s => ({
    lost: unsavedPhotos(s),
    photos: counts(s).photos,
    keyUnsaved: s.keyKept === 'unsaved',
  }));
  const start = async () => {
    onClose();
    await actions.startOver();
    say(text('say.startedOver'));
  };
  return (
    <Dialog
      title={text('startOver.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text('app.keep')}</Button>
          <Button tone="danger" onClick={start}>
            {text('command.startOver')}
          </Button>
        </>
      }
    >
      <p>{text('startOver.what', { count: photos, n: number(photos) })}</p>
      {keyUnsaved && (
        <Note
          tone="warn"
          trailing={
            <Button tone="link" onClick={() => offerKeyFile(actions)}>
              {text('key.save')}
            </Button>
          }
        >
          {text('key.unsaved')}
        </Note>
      )}
      {lost && <Note tone="warn">{text('startOver.unsaved')}</Note>}
    </Dialog>
  );
}
