import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { text } from '../locales/text.ts';
import { Button, IconButton } from './Button.tsx';

/** Something to do about what was said, for example `Undo`. */
interface AnnouncedAction {
  readonly label: string;
  readonly perform: () => void;
}

export type Say = (words: string, action?: AnnouncedAction) => void;

interface Spoken {
  readonly words: string;
  readonly action: AnnouncedAction | null;
  readonly turn: number;
}

const nothing: Spoken = { words: '', action: null, turn: 0 };

const Announce = createContext<Say>(() => {});
const SpokenNow = createContext<Spoken>(nothing);

/** How long a sentence with a button stays in sight, ms. */
const shownFor = 8000;

/**
 * Speaks short sentences through one polite live region; those with an action also show for a while at the edge of
 * the page. Without the role `status`: that one belongs to the line that tells how many photos are protected.
 */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(nothing);
  const [shown, setShown] = useState(false);
  const held = useRef(false);
  const from = useRef<Element | null>(null);
  const say = useCallback<Say>((words, action) => {
    from.current = document.activeElement;
    setSpoken(last => ({ words, action: action ?? null, turn: last.turn + 1 }));
    setShown(action !== undefined);
  }, []);

  useEffect(() => {
    if (!shown || spoken.turn === 0) return;
    const timer = setInterval(() => !held.current && setShown(false), shownFor);
    return () => clearInterval(timer);
  }, [shown, spoken.turn]);

  const { action } = spoken;
  const close = () => {
    setShown(false);
    // The focus goes back to where it was before the button that is no more.
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
  };
  return (
    <Announce value={say}>
      <SpokenNow value={spoken}>{children}</SpokenNow>
      <LiveRegion spoken={spoken} />
      {shown && action && (
        <section
          className="toast"
          aria-label={text('app.justDone')}
          onPointerEnter={() => (held.current = true)}
          onPointerLeave={() => (held.current = false)}
        >
          <span aria-hidden="true">{spoken.words}</span>
          <Button
            tone="link"
            onClick={() => {
              close();
              action.perform();
            }}
          >
            {action.label}
          </Button>
          <IconButton icon="close" label={text('app.dismiss')} onClick={close} />
        </section>
      )}
    </Announce>
  );
}

function LiveRegion({ spoken }: { readonly spoken: Spoken }) {
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {/* A new element each time, so that the same words twice are spoken twice. */}
      <span key={spoken.turn}>{spoken.words}</span>
    </div>
  );
}

/**
 * For a modal dialog: the page's own live region is inert under it, and nobody would hear it. Speaks what is said from
 * now on.
 */
export function SpokenHere() {
  const spoken = useContext(SpokenNow);
  const [opened] = useState(spoken.turn);
  return <LiveRegion spoken={spoken.turn > opened ? spoken : nothing} />;
}

/** Gives a function that speaks its words to people who use a screen reader. */
export function useAnnounce(): Say {
  return useContext(Announce);
}
