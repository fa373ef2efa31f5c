import { samplePhotos } from '../../core/samplePhotos.ts';
import { text } from '../../locales/text.ts';
import { OutsideLink } from './OutsideLink.tsx';

const licenceTexts = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-3.0': 'https://creativecommons.org/licenses/by-sa/3.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
} as const;

/** Who took the sample photos, and under which licence each may be used. */
export function SampleCredits() {
  return (
    <>
      <h3>{text('about.samplesTitle')}</h3>
      <p>
        {text('about.samples')}{' '}
        <a href="samples/CREDITS.md" target="_blank" rel="noreferrer">
          {text('about.samplesMore')}
        </a>
      </p>
      <ul className="about-samples">
        {samplePhotos.map(({ file, title, by, licence }) => (
          <li key={file}>
            {text('about.sample', { title, by })}{' '}
            <OutsideLink href={licenceTexts[licence]}>{licence}</OutsideLink>
          </li>
        ))}
      </ul>
    </>
  );
}
