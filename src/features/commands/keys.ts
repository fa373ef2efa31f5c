/** Shortcuts as text: `Mod+Shift+Z`, where Mod is Cmd on Apple's machines and Ctrl elsewhere. */

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether the machine has a Cmd key. */
export function isApple(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** Whether a press is what a shortcut says. Signs such as `?` need Shift on many keyboards, so it is not looked at. */
export function matches(pressed: Pressed, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const mod = pressed.ctrlKey || pressed.metaKey;
  if (mod !== parts.includes('Mod') || pressed.altKey) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && pressed.shiftKey !== parts.includes('Shift')) return false;
  return pressed.key.toLowerCase() === key.toLowerCase();
}

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  ArrowKeys: '↑ ↓ ← →',
  SideKeys: '← →',
};

/** A shortcut as it is printed on keys: `Ctrl+Shift+Z`, or `⌘⇧Z` on Apple's machines. */
export function printed(shortcut: string, apple: boolean): string {
  if (shortcut.length === 1) return shortcut;
  const parts = shortcut.split('+').map(part => {
    if (part === 'Mod') return apple ? '⌘' : 'Ctrl';
    if (part === 'Shift') return apple ? '⇧' : 'Shift';
    return names[part] ?? part;
  });
  return parts.join(apple ? '' : '+');
}
