import {
  type LicenceList,
  type LicencePackage,
  type LicencePiece,
  licenceText,
} from '../../core/licenceList.ts';
import { number, text } from '../../locales/text.ts';
import { LicenceText } from './LicenceText.tsx';
import { OutsideLink } from './OutsideLink.tsx';

/** Everything by others that the app holds, each with its licence. */
export function PackageList({ list }: { readonly list: LicenceList }) {
  const { packages } = list;
  return (
    <>
      <p>{text('about.others', { count: packages.length, n: number(packages.length) })}</p>
      <ul className="about-packages">
        {packages.map(one => (
          <li key={`${one.name} ${one.version}`}>
            <Package list={list} one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Package({ list, one }: { readonly list: LicenceList; readonly one: LicencePackage }) {
  return (
    <LicenceText
      name={one.name}
      summary={<Line name={`${one.name} ${one.version}`} licence={one.licence} />}
      full={() => licenceText(list, one)}
    >
      <Source of={one} />
      {one.parts.length > 0 && (
        <>
          <p>{text('about.holds')}</p>
          <ul className="about-packages">
            {one.parts.map(part => (
              <li key={part.name}>
                <LicenceText
                  name={part.name}
                  summary={<Line name={part.name} licence={part.licence} />}
                  full={() => licenceText(list, part)}
                >
                  <Source of={part} />
                </LicenceText>
              </li>
            ))}
          </ul>
        </>
      )}
    </LicenceText>
  );
}

function Line({ name, licence }: { readonly name: string; readonly licence: string }) {
  return (
    <>
      <span>{name}</span> <span className="about-spdx">{licence}</span>
    </>
  );
}

function Source({ of: { source } }: { readonly of: LicencePiece }) {
  if (source === '') return null;
  return (
    <p>
      <OutsideLink href={source}>{text('about.source', { source })}</OutsideLink>
    </p>
  );
}
