import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Popover } from './Popover.tsx';
import type { Box } from './place.ts';

export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      /** Of the label, if it is not that of the page. */
      readonly lang?: string;
      readonly icon?: IconName;
      /** As the keyboard says it: `Ctrl+Z`. */
      readonly shortcut?: string;
      readonly disabled?: boolean;
      readonly perform: () => void;
    }
  | { readonly kind: 'line'; readonly id: string };

interface Props {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null> | Box;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
  readonly align?: 'start' | 'end';
}

/** The item that a key leads to from `at`: arrows go round, Home and End to the ends, letters to the next match. */
export function nextItem(labels: readonly string[], at: number, key: string): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1) return null;
  for (let step = 1; step <= count; step++) {
    const i = (at + step) % count;
    if (labels[i]?.toLowerCase().startsWith(key.toLowerCase())) return i;
  }
  return null;
}

/** A menu of actions; shown while it is rendered. */
export function Menu({ label, anchor, entries, onClose, align = 'start' }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<Element>('[role=menuitem]') ?? [])];

  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return onClose();
    const all = items();
    const focused = document.activeElement;
    const at = focused ? all.indexOf(focused) : -1;
    const next = nextItem(
      all.map(item => item.querySelector('span')?.textContent ?? ''),
      at,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    const item = all[next];
    if (item instanceof HTMLElement) item.focus();
  };

  return (
    <Popover
      anchor={anchor}
      onClose={onClose}
      align={align}
      role="presentation"
      className="menu"
      onKeyDown={move}
    >
      <div ref={list} role="menu" aria-label={label}>
        {entries.map(entry =>
          entry.kind === 'line' ? (
            <hr key={entry.id} className="menu-line" />
          ) : (
            <button
              key={entry.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="menu-item"
              aria-keyshortcuts={entry.shortcut}
              aria-disabled={entry.disabled ? true : undefined}
              onClick={() => {
                if (entry.disabled) return;
                onClose();
                entry.perform();
              }}
            >
              {entry.icon && <Icon name={entry.icon} />}
              <span lang={entry.lang}>{entry.label}</span>
              {entry.shortcut && <kbd>{entry.shortcut}</kbd>}
            </button>
          ),
        )}
      </div>
    </Popover>
  );
}
