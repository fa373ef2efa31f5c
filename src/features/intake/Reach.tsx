import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { usePage } from '../commands/context.tsx';

/** What Keyveil works against and what it is not for, in two short columns: the first thing that a person has to know. */
export function Reach() {
  const page = usePage();
  return (
    <div className="reach">
      <section className="reach-for">
        <h3>
          <Icon name="check" /> {text('reach.for')}
        </h3>
        <p>{text('reach.for.what')}</p>
      </section>
      <section className="reach-not">
        <h3>
          <Icon name="close" /> {text('reach.not')}
        </h3>
        <ul>
          <li>{text('reach.not.generators')}</li>
          <li>{text('reach.not.search')}</li>
          <li>{text('reach.not.online')}</li>
        </ul>
      </section>
      <p className="reach-limits">
        {text('empty.limits')}{' '}
        <Button tone="link" onClick={() => page.openDialog('limits')}>
          {text('command.limits')}
        </Button>
      </p>
    </div>
  );
}
