import { useEffect, useRef } from 'react';
import type { Cast } from '../../../core/cast/cast.ts';
import { castPicture } from '../../../core/cast/castPicture.ts';

interface Props {
  readonly cast: Cast;
  /** Root mean square in levels of 255. */
  readonly level: number;
  /** How many times as strong as on a photo. */
  readonly gain: number;
  /** CSS pixels a side. */
  readonly size: number;
  /** Accessible name. */
  readonly label: string;
}

/** The slow waves of colour that a label's photos carry, made strong enough to be seen. */
export function Waves({ cast, level, gain, size, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height, data } = castPicture(cast, level, size, gain);
    canvas.current?.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  }, [cast, level, gain, size]);
  return <canvas ref={canvas} className="waves" width={size} height={size} role="img" aria-label={label} />;
}
