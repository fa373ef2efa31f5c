import { useStore } from 'zustand';
import { number, text } from '../../locales/text.ts';
import { givenFiles } from '../../state/model/givenFile.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileChoice } from '../../ui/FileChoice.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { type ProveSession, pagePhotos } from '../state/proveSession.ts';

/** Which photos are checked, and the ways to check others. */
export function CheckSource({ session }: { readonly session: ProveSession }) {
  const { source, reading, nothingIn } = useStore(session.store);
  const { addSamplePhotos } = useActions();
  const onPage = useKeyveil(s => pagePhotos(s).length);
  const take = (files: readonly File[]) => void session.take(Promise.resolve(givenFiles(files)));
  const count = source.kind === 'page' ? onPage : source.photos.length;
  const what = { count, n: number(count), name: source.kind === 'dropped' ? source.name : '' };
  const words = reading && { read: number(reading.read), found: number(reading.found) };
  return (
    <section className="wing-source">
      <p className="wing-set">
        <strong>{count === 0 ? text('prove.source.none') : text(`prove.source.${source.kind}`, what)}</strong>
        {source.kind === 'page' && count === 0 && (
          <Button tone="link" icon="spark" onClick={() => void addSamplePhotos('drawn')}>
            {text('prove.source.samples')}
          </Button>
        )}
        {source.kind === 'dropped' && (
          <Button tone="link" onClick={session.usePage}>
            {text('prove.source.usePage')}
          </Button>
        )}
      </p>
      <p className="wing-other">
        {text('prove.source.other')}{' '}
        <FileChoice
          tone="link"
          icon="folder"
          words={text('prove.source.folder')}
          input={text('prove.source.folderInput')}
          accept={null}
          onFiles={take}
        />
        <FileChoice
          tone="link"
          icon="file"
          words={text('prove.source.zip')}
          input={text('prove.source.zipInput')}
          accept=".zip,application/zip"
          onFiles={take}
        />{' '}
        {text('prove.source.drop')}
      </p>
      {words && (
        <div className="reading">
          <span>{text('prove.reading', words)}</span>
          <ProgressBar label={text('prove.reading', words)} value={null} />
        </div>
      )}
      {nothingIn !== null && (
        <Note key={nothingIn} tone="warn" spoken>
          {text('prove.source.nothing', { name: nothingIn })}
        </Note>
      )}
    </section>
  );
}
