import { useEffect, useRef } from 'react';
import { text } from '../../../locales/text.ts';
import type { DecoyShown } from '../../core/decoyShown.ts';

const parts = ['photo', 'decoy', 'protected'] as const;

/** Photo + decoy = protected photo, once for each of two labels. */
export function DecoySum({ shown }: { readonly shown: readonly DecoyShown[] }) {
  return (
    <div className="decoy-sum">
      {shown.map((one, label) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the labels have a fixed order
        <div key={label} className="decoy-row">
          {parts.map((part, at) => (
            <div key={part} className="decoy-part">
              {at > 0 && <span aria-hidden="true">{at === 1 ? '+' : '='}</span>}
              <Square
                pixels={one[part]}
                name={text(`theory.pictures.${part}.said`, {
                  label: text(label === 0 ? 'theory.pictures.label0' : 'theory.pictures.label1'),
                })}
              />
            </div>
          ))}
        </div>
      ))}
      <p className="decoy-names" aria-hidden="true">
        {parts.map(part => (
          <span key={part}>{text(`theory.pictures.${part}`)}</span>
        ))}
      </p>
    </div>
  );
}

interface SquareProps {
  readonly pixels: DecoyShown['photo'];
  readonly name: string;
}

function Square({ pixels, name }: SquareProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const image = new ImageData(pixels.data, pixels.width, pixels.height);
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0);
  }, [pixels]);
  return <canvas ref={canvas} width={pixels.width} height={pixels.height} role="img" aria-label={name} />;
}
