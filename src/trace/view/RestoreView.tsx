import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { number, text } from '../../locales/text.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { HoldFocus } from '../../ui/HoldFocus.tsx';
import { Note } from '../../ui/Note.tsx';
import { isToDo, type RestoreState } from '../state/restoreState.ts';
import type { TraceClaim } from '../state/traceClaim.ts';
import type { TraceRestore } from '../state/traceRestore.ts';
import { GivenPhotos, PhotoChoices } from './GivenPhotos.tsx';
import { Progress } from './Progress.tsx';
import { Reading, StandingHelp } from './ReceiptPart.tsx';
import { RestoreLook } from './RestoreLook.tsx';
import { RestoreRows } from './RestoreRows.tsx';

interface Props {
  readonly claim: TraceClaim;
  readonly restore: TraceRestore;
}

/** Protected photos and what the key gives back of them. */
export function RestoreView({ claim, restore }: Props) {
  const state = useStore(restore.store);
  const shown = state.photos.find(({ id }) => id === state.shown);
  useSpokenEnd(state);
  return (
    <>
      <section className="wing-head">
        <h2>{text('trace.restore.title')}</h2>
        <p>{text('trace.restore.what')}</p>
        <Note>{text('trace.restore.secret')}</Note>
      </section>
      <Given restore={restore} state={state} />
      <HoldFocus>
        <Run claim={claim} restore={restore} state={state} />
      </HoldFocus>
      {shown?.row.kind === 'done' && <RestoreLook photo={shown} row={shown.row} onSave={restore.save} />}
      {state.photos.length > 0 && <RestoreRows claim={claim} restore={restore} state={state} />}
    </>
  );
}

interface PartProps {
  readonly restore: TraceRestore;
  readonly state: RestoreState;
}

function Given({ restore, state: { photos, originals, reading, nothing, run } }: PartProps) {
  const busy = run.kind === 'running' || reading !== null;
  return (
    <section className="wing-source">
      <GivenPhotos
        count={photos.length}
        onClear={restore.clear}
        files={{ words: text('trace.restore.add'), input: text('trace.restore.input') }}
        busy={busy}
        onFiles={files => void restore.add(files)}
      >
        <span>{text('trace.restore.drop')}</span>
      </GivenPhotos>
      <PhotoChoices
        files={{ words: text('trace.restore.originals'), input: text('trace.restore.originalsInput') }}
        busy={busy}
        onFiles={files => void restore.setOriginals(files)}
      >
        <span>
          {originals.length > 0
            ? `${text('trace.restore.originals.n', { count: originals.length, n: number(originals.length) })}.`
            : text('trace.restore.originals.help')}
        </span>
      </PhotoChoices>
      <Reading reading={reading} nothing={nothing} />
    </section>
  );
}

function Run({ claim, restore, state: { photos, run, reading } }: Props & PartProps) {
  const standing = useStore(claim.store, s => s.standing.kind);
  const waiting = photos.filter(isToDo).length;
  const done = photos.filter(({ row }) => row.kind === 'done').length;
  if (run.kind === 'running') {
    return (
      <Progress
        label={text('trace.restore.progress')}
        words={text('trace.percent', { n: number(100 * run.done) })}
        done={run.done}
        secondsLeft={run.secondsLeft}
        onCancel={restore.cancel}
      />
    );
  }
  const ready = standing === 'ok' && reading === null;
  return (
    <section className="trace-run">
      {run.kind === 'full' && (
        <Note tone="warn" spoken>
          {text('trace.restore.full')}
        </Note>
      )}
      {waiting > 0 && (
        <Button tone="primary" disabled={!ready} onClick={() => void restore.run()}>
          {text('trace.restore.run', { count: waiting, n: number(waiting) })}
        </Button>
      )}
      {done > 1 && (
        <Button icon="download" onClick={() => void restore.saveAll()}>
          {text('trace.restore.saveAll', { count: done, n: number(done) })}
        </Button>
      )}
      {waiting > 0 && <StandingHelp kind={standing} />}
    </section>
  );
}

/** Says what came of it once a run ended. */
function useSpokenEnd({ run, photos }: RestoreState): void {
  const say = useAnnounce();
  const last = useRef(run.kind);
  useEffect(() => {
    const ended = last.current === 'running' && run.kind !== 'running';
    last.current = run.kind;
    if (!ended) return;
    const done = photos.filter(({ row }) => row.kind === 'done').length;
    const words =
      done === photos.length
        ? text('trace.restore.ended', { count: done, n: number(done) })
        : text('trace.restore.endedSome', { done: number(done), total: number(photos.length) });
    say(words);
  }, [run.kind, photos, say]);
}
