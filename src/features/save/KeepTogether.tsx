import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { privateFilesReady } from '../../state/save/privateFiles.ts';
import { Button } from '../../ui/Button.tsx';

/** Key and receipt in one file, for those who will add photos later. */
export function KeepTogether() {
  const ready = useKeyveil(s => privateFilesReady(s) && s.passphrase !== '');
  const { saveKept } = useActions();
  return (
    <Button disabled={!ready} title={text('run.save.together.what')} onClick={() => void saveKept()}>
      {text('run.save.together')}
    </Button>
  );
}
