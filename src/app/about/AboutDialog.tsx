// First, so that what is imported below finds its texts.
import '../../locales/about.ts';
import { useEffect, useState } from 'react';
import { version } from '../../../package.json';
import { type LicenceList, licenceListFile } from '../../core/licenceList.ts';
import { usePage } from '../../features/commands/context.tsx';
import { language, text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { LicenceText } from './LicenceText.tsx';
import { fetchLicences } from './licences.ts';
import { OutsideLink } from './OutsideLink.tsx';
import { PackageList } from './PackageList.tsx';
import { SampleCredits } from './SampleCredits.tsx';
import './about.css';

type Licences =
  | { readonly kind: 'reading' | 'unread' }
  | { readonly kind: 'read'; readonly list: LicenceList };

/** What Keyveil is, whose ideas and code it is made of, and under which licences. */
export default function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { openDialog } = usePage();
  const licences = useLicences();
  return (
    <Dialog title={text('about.title')} onClose={onClose} size="wide">
      <p className="field-help">{text('about.version', { version })}</p>
      <p>{text('about.what')}</p>
      <p>
        {text('about.limits')}{' '}
        <Button tone="link" onClick={() => openDialog('limits')}>
          {text('about.limitsMore')}
        </Button>
      </p>
      <p>
        {/* In a tab of its own: a run and what was typed would be lost. */}
        <a
          href={language() === 'zh-Hans' ? 'docs/zh/index.html' : 'docs/index.html'}
          target="_blank"
          rel="noreferrer"
        >
          {text('about.docs')}
        </a>
      </p>
      <h3>{text('about.paperTitle')}</h3>
      <p>
        {text('about.paper')}{' '}
        <OutsideLink href="https://arxiv.org/abs/2303.04278">{text('about.paperWhere')}</OutsideLink>
      </p>
      <h3>{text('about.licenceTitle')}</h3>
      <p>{text('about.licence')}</p>
      {licences.kind === 'read' && (
        <LicenceText
          summary={text('about.licenceText')}
          name={text('app.name')}
          full={() => licences.list.own}
        />
      )}
      <SampleCredits />
      <h3>{text('about.othersTitle')}</h3>
      {licences.kind === 'reading' && <p className="field-help">{text('about.reading')}</p>}
      {licences.kind === 'unread' && (
        <Note tone="warn">{text('about.unread', { file: licenceListFile })}</Note>
      )}
      {licences.kind === 'read' && <PackageList list={licences.list} />}
    </Dialog>
  );
}

function useLicences(): Licences {
  const [licences, setLicences] = useState<Licences>({ kind: 'reading' });
  useEffect(() => {
    let gone = false;
    void fetchLicences().then(list => {
      if (!gone) setLicences(list ? { kind: 'read', list } : { kind: 'unread' });
    });
    return () => {
      gone = true;
    };
  }, []);
  return licences;
}
