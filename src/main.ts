// The styles are the page's own from the start, and those of parts come after what they build on.
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/feedback.css';
import './ui/overlays.css';
import { languageOf } from './locales/language.ts';
import { holdEarlyDrops } from './state/intake/earlyDrops.ts';
import { storedLanguage } from './state/preferences/storedLanguage.ts';
import { localStore, storedTheme } from './state/preferences/storedTheme.ts';
import { applyTheme } from './ui/theme.ts';

const store = localStore();
applyTheme(storedTheme(store));
// The first page stands there in English. From here on the styles hide its words from who reads another language, until
// theirs are there. The paint does not wait for this script: that would cost everybody 0.3 s on a slow phone.
const language = languageOf(storedLanguage(store));
document.documentElement.lang = language;
holdEarlyDrops();

/** React first and by itself, so that a slow phone has a moment to breathe between the two. */
async function start() {
  // Its words are fetched beside the scripts; whether that went well is found out when they are needed.
  if (language === 'zh-Hans') import('./locales/zh.ts').catch(() => {});
  await import('react-dom/client');
  await import('./start.tsx');
}

// The first page is in index.html: it is painted before anything else has to be worked out.
requestAnimationFrame(() => setTimeout(() => void start()));
