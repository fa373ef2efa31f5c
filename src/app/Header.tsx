import { useRef, useState } from 'react';
import { commands } from '../features/commands/commands.ts';
import { usePage } from '../features/commands/context.tsx';
import { useMenuEntries } from '../features/commands/useMenuEntries.ts';
import { languageNames, languages } from '../locales/language.ts';
import { text } from '../locales/text.ts';
import { useActions, useKeyveil } from '../state/react.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLanguage } from '../ui/language.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { Brand } from './Brand.tsx';
import { EnginePill } from './EnginePill.tsx';
import { Tabs } from './Tabs.tsx';
import type { Tab } from './tab.ts';

interface Props {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

/** The bar at the top of the page. */
export function Header({ tab, onTab }: Props) {
  return (
    <header className="header">
      <Brand />
      <Tabs tab={tab} onTab={onTab} />
      <div className="header-end">
        <EnginePill />
        <PrivacyPill />
        <ThemeSwitch />
        <PageMenu />
      </div>
    </header>
  );
}

/** Says what counts most, and leads to how it can be checked. */
function PrivacyPill() {
  const { openDialog } = usePage();
  return (
    <button
      type="button"
      className="pill pill-good"
      title={text('app.nothingLeavesWhy')}
      onClick={() => openDialog('privacy')}
    >
      <Icon name="lock" size={14} />
      <span>{text('app.nothingLeaves')}</span>
    </button>
  );
}

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const;
const themeIcon = { system: 'contrast', light: 'sun', dark: 'moon' } as const;

/** Goes round: as the device, light, dark. */
function ThemeSwitch() {
  const theme = useKeyveil(s => s.preferences.theme);
  const actions = useActions();
  return (
    <IconButton
      icon={themeIcon[theme]}
      tone="plain"
      className="theme-switch"
      label={text('app.themeNow', { theme: text(`theme.${theme}`) })}
      onClick={() => actions.setPreferences({ theme: nextTheme[theme] })}
    />
  );
}

function PageMenu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { undo, redo, openReceipt, checkArchive, shortcuts, preferences, limits, about, startOver } =
    commands;
  const first = useMenuEntries([
    undo,
    redo,
    'line',
    openReceipt,
    checkArchive,
    'line',
    limits,
    shortcuts,
    preferences,
    about,
  ]);
  const languages = useOtherLanguages();
  const last = useMenuEntries(['line', startOver]);
  return (
    <>
      <IconButton
        ref={button}
        icon="menu"
        tone="plain"
        label={text('app.menu')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Menu
          label={text('app.menu')}
          anchor={button}
          entries={[...first, ...languages, ...last]}
          align="end"
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** The other languages, each in its own words. */
function useOtherLanguages(): readonly MenuEntry[] {
  const spoken = useLanguage();
  const { setPreferences } = useActions();
  const others = languages.filter(language => language !== spoken);
  return others.map(language => ({
    kind: 'item',
    id: language,
    label: languageNames[language],
    lang: language,
    icon: 'globe',
    perform: () => setPreferences({ language }),
  }));
}
