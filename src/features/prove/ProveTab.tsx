import { useState } from 'react';
import { text } from '../../locales/text.ts';
import { createProveSession } from '../../state/proveSession.ts';
import { useKeyveilStore, useProveTools } from '../../state/react.tsx';
import { DropTarget } from '../intake/DropTarget.tsx';
import { CheckView } from './CheckView.tsx';

/** The tab `Prove`. What it computed stays while another tab is looked at. */
export default function ProveTab({ shown }: { readonly shown: boolean }) {
  const page = useKeyveilStore();
  const tools = useProveTools();
  const [session] = useState(() => createProveSession(page, tools));
  return (
    <div className="prove">
      <CheckView session={session} />
      {shown && (
        <DropTarget
          words={text('prove.source.letGo')}
          onDrop={event => void session.take(tools.filesOfDrop(event))}
          onPaste={files => void session.take(Promise.resolve(files))}
        />
      )}
    </div>
  );
}
