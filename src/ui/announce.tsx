import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const Announce = createContext<(words: string) => void>(() => {});

/**
 * Speaks short sentences through one polite live region. Without the role `status`: that one belongs to the line
 * that tells how many photos are protected.
 */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ words: '', turn: 0 });
  const say = useCallback((words: string) => setSpoken(last => ({ words, turn: last.turn + 1 })), []);
  return (
    <Announce value={say}>
      {children}
      <div className="visually-hidden" aria-live="polite" aria-atomic="true">
        {/* A new element each time, so that the same words twice are spoken twice. */}
        <span key={spoken.turn}>{spoken.words}</span>
      </div>
    </Announce>
  );
}

/** Gives a function that speaks its words to people who use a screen reader. */
export function useAnnounce(): (words: string) => void {
  return useContext(Announce);
}
