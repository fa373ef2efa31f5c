// First, so that what is imported below finds its texts.
import '../locales/dialogs.ts';
import { allCommands, type CommandGroup } from '../features/commands/commands.ts';
import { gestures } from '../features/commands/gestures.ts';
import { isApple, printed } from '../features/commands/keys.ts';
import { type TextKey, text } from '../locales/text.ts';
import { Dialog } from '../ui/Dialog.tsx';

const groups: readonly { readonly group: CommandGroup; readonly name: TextKey }[] = [
  { group: 'photos', name: 'shortcuts.photos' },
  { group: 'labels', name: 'shortcuts.labels' },
  { group: 'look', name: 'shortcuts.look' },
  { group: 'page', name: 'shortcuts.page' },
];

/** Every command that has keys, and what the photos answer to. */
export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const lines = [...allCommands.filter(command => command.keys.length > 0), ...gestures];
  const apple = isApple(navigator.platform);
  return (
    <Dialog title={text('shortcuts.title')} onClose={onClose} size="wide">
      <div className="shortcuts">
        {groups.map(({ group, name }) => (
          <section key={group}>
            <h3>{text(name)}</h3>
            <dl>
              {lines
                .filter(line => line.group === group)
                .map(line => (
                  <div key={line.name}>
                    <dt>{text(line.name)}</dt>
                    <dd>
                      {line.keys.map(key => (
                        <kbd key={key}>{printed(key, apple)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="field-help">{text('shortcuts.oneKey')}</p>
    </Dialog>
  );
}
