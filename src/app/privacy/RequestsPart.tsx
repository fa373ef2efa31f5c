import { useEffect, useState } from 'react';
import { number, text } from '../../locales/text.ts';
import { type Requests, watchRequests } from './requests.ts';

/** How many requests there were since the page was opened, and which. */
export function RequestsPart() {
  const [requests, setRequests] = useState<Requests>({ own: [], elsewhere: [] });
  useEffect(() => watchRequests(setRequests), []);
  const { own, elsewhere } = requests;
  const list = listed(requests);
  return (
    <>
      <ul className="privacy-counts">
        <li>{text('privacy.own', { count: own.length, n: number(own.length) })}</li>
        <li className={elsewhere.length > 0 ? 'privacy-some' : undefined}>
          {text('privacy.elsewhere', { count: elsewhere.length, n: number(elsewhere.length) })}
        </li>
      </ul>
      <details>
        <summary>{text('privacy.list')}</summary>
        <ul className="privacy-addresses">
          {list.map(([words, times]) => (
            <li key={words}>{times > 1 ? `${words} × ${number(times)}` : words}</li>
          ))}
        </ul>
      </details>
      <p className="field-help">{text('privacy.records')}</p>
    </>
  );
}

/** Each address once, with how often it was asked for; those of elsewhere first. */
function listed({ own, elsewhere }: Requests): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  const words = [
    ...elsewhere,
    ...own.map(({ path, background }) => (background ? `${path} (${text('privacy.background')})` : path)),
  ];
  for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times];
}
