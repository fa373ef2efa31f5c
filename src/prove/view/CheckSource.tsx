import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { number, text } from '../../locales/text.ts';
import { givenFiles } from '../../state/intake/givenFile.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { takesFolders } from '../../ui/folders.ts';
import { Note } from '../../ui/Note.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { type ProveSession, pagePhotos } from '../state/proveSession.ts';

/** Which photos are checked, and the ways to check others. */
export function CheckSource({ session }: { readonly session: ProveSession }) {
  const { source, reading, nothingIn } = useStore(session.store);
  const onPage = useKeyveil(s => pagePhotos(s).length);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // React's types do not know the attribute.
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = givenFiles(event.currentTarget.files ?? []);
    // So that the same files can be chosen again.
    event.currentTarget.value = '';
    if (files.length > 0) void session.take(Promise.resolve(files));
  };
  const count = source.kind === 'page' ? onPage : source.photos.length;
  const what = { count, n: number(count), name: source.kind === 'dropped' ? source.name : '' };
  const words = reading && { read: number(reading.read), found: number(reading.found) };
  return (
    <section className="prove-source">
      <p className="prove-set">
        <strong>{text(`prove.source.${source.kind}`, what)}</strong>
        {source.kind === 'dropped' && (
          <Button tone="link" onClick={session.usePage}>
            {text('prove.source.usePage')}
          </Button>
        )}
      </p>
      <p className="prove-other">
        {text('prove.source.other')}{' '}
        {takesFolders && (
          <Button tone="link" icon="folder" onClick={() => folder.current?.click()}>
            {text('prove.source.folder')}
          </Button>
        )}
        <Button tone="link" icon="file" onClick={() => zip.current?.click()}>
          {text('prove.source.zip')}
        </Button>{' '}
        {text('prove.source.drop')}
      </p>
      <div className="visually-hidden">
        <input
          ref={folder}
          type="file"
          multiple
          tabIndex={-1}
          aria-label={text('prove.source.folderInput')}
          onChange={take}
        />
        <input
          ref={zip}
          type="file"
          multiple
          tabIndex={-1}
          accept=".zip,application/zip"
          aria-label={text('prove.source.zipInput')}
          onChange={take}
        />
      </div>
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
