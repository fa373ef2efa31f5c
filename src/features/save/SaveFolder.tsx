import { text } from '../../locales/text.ts';
import { useActions } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';

/** Beside the zip, where the browser can: the photos as files in a folder. */
export function SaveFolder() {
  const { saveFolder } = useActions();
  if (!('showDirectoryPicker' in globalThis)) return null;
  return (
    <Button title={text('folder.what')} onClick={() => void saveFolder()}>
      {text('folder.save')}
    </Button>
  );
}
