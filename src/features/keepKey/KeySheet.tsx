import { encodeQR } from 'qr';
import { keyFileText } from '../../core/key/keyFile.ts';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { fingerprint } from '../key/fingerprint.ts';

/** One page of paper: key, dataset name and fingerprint to be typed again, and the key file as a code to be read again. */
export function KeySheet() {
  const passphrase = useKeyveil(s => s.passphrase);
  const dataset = useKeyveil(s => s.dataset);
  const key = useKeyveil(s => s.key);
  return (
    <article className="key-sheet" aria-label={text('keepKey.paper.title')}>
      <h1>{text('keepKey.paper.title')}</h1>
      <p>
        <b>{text('keepKey.paper.private')}</b>
      </p>
      <dl>
        <dt>{text('key.passphrase')}</dt>
        <dd className="key-sheet-key">{passphrase}</dd>
        <dt>{text('key.dataset')}</dt>
        <dd>{dataset}</dd>
        {key.kind === 'ready' && (
          <>
            <dt>{text('key.fingerprint')}</dt>
            <dd>{fingerprint(key.keyCheck)}</dd>
          </>
        )}
      </dl>
      <Code content={keyFileText({ passphrase, dataset })} />
      <p>{text('keepKey.paper.how')}</p>
    </article>
  );
}

function Code({ content }: { readonly content: string }) {
  // The quiet zone around it that readers want is 4 modules wide (ISO/IEC 18004, section 6.3.8).
  const modules = encodeQR(content, 'raw', { ecc: 'medium', border: 4 });
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="key-sheet-code"
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={text('keepKey.paper.code')}
    >
      <path d={dark.join('')} />
    </svg>
  );
}
