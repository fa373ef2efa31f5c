import { useEffect, useRef, useState } from 'react';
import { filesOfEvent } from '../../state/intake/drop.ts';
import { releaseEarlyDrops } from '../../state/intake/earlyDrops.ts';
import { type GivenFile, givenFiles } from '../../state/model/givenFile.ts';
import { Icon } from '../../ui/Icon.tsx';
import { bringsFiles } from './drop.ts';

interface Props {
  /** What is said while files hang over the page. */
  readonly words: string;
  readonly onFiles: (files: Promise<readonly GivenFile[]>) => void;
}

/** The whole window takes photos, dropped or pasted; while files hang over it, it says so. */
export function DropTarget(props: Props) {
  const latest = useRef(props);
  latest.current = props;
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Enter and leave come for every element on the way; only the sum tells whether the drag is still here.
    let depth = 0;
    const move = (by: number) => (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const enter = move(1);
    const leave = move(-1);
    const hover = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const end = () => {
      depth = 0;
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      // A label has taken it already.
      if (event.defaultPrevented || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      latest.current.onFiles(filesOfEvent(event));
    };
    const paste = (event: ClipboardEvent) => {
      const files = givenFiles(event.clipboardData?.files ?? []);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.onFiles(Promise.resolve(files));
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragenter', enter, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('dragover', hover, { signal });
    // Before anyone below can stop it, or the overlay would stay.
    addEventListener('drop', end, { signal, capture: true });
    addEventListener('drop', drop, { signal });
    addEventListener('paste', paste, { signal });
    for (const files of releaseEarlyDrops()) latest.current.onFiles(files);
    return () => listening.abort();
  }, []);

  if (!over) return null;
  return (
    <div className="drop-over" aria-hidden="true">
      <p>
        <Icon name="image" size={20} />
        {props.words}
      </p>
    </div>
  );
}
