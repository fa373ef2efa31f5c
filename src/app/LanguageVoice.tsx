import { useEffect } from 'react';
import { languageNames, languageOf } from '../locales/language.ts';
import { speak, text } from '../locales/text.ts';
import { useKeyveil } from '../state/react.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { applyLanguage, useLanguage } from '../ui/language.ts';

/** Speaks the language that was chosen, or that the browser asks for from now on; says so where its texts do not come. */
export function LanguageVoice() {
  const choice = useKeyveil(s => s.preferences.language);
  const spoken = useLanguage();
  const say = useAnnounce();
  useEffect(() => {
    const follow = async () => {
      const wanted = languageOf(choice);
      if ((await speak(wanted)) !== 'unreached') return;
      const words = text('language.unreached', { language: languageNames[wanted] });
      say(words, { label: text('language.again'), perform: () => void follow() });
    };
    void follow();
    addEventListener('languagechange', follow);
    return () => removeEventListener('languagechange', follow);
  }, [choice, say]);
  useEffect(() => applyLanguage(spoken), [spoken]);
  return null;
}
