// The styles are the page's own from the start, and those of parts come after what they build on.
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/overlays.css';
import { localStore, storedTheme } from './state/storedTheme.ts';
import { applyTheme } from './ui/theme.ts';

applyTheme(storedTheme(localStore()));

/** React first and by itself, so that a slow phone has a moment to breathe between the two. */
async function start() {
  await import('react-dom/client');
  await import('./start.tsx');
}

// The first page is in index.html: it is painted before anything else has to be worked out.
requestAnimationFrame(() => setTimeout(() => void start()));
