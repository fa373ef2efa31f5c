import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../../ui/language.ts';
import { type CurveChart, type CurveFrame, type CurveLine, createCurveChart } from './curveChart.ts';

interface Props {
  readonly title: string;
  /** What the lines come to, for those who do not see them. */
  readonly said: string;
  readonly frame: CurveFrame;
  readonly lines: readonly CurveLine[];
}

/** Lines over epochs. Follows the width of its place and the theme. */
export function CurveFigure({ title, said, frame, lines }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<CurveChart | null>(null);
  const { epochs, share, height } = frame;
  const kinds = lines.map(({ kind }) => kind).join(' ');
  // The axes have words and numbers.
  const language = useLanguage();
  const shown = useRef(lines);
  shown.current = lines;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart is made anew for other lines, not for other values
  useEffect(() => {
    if (!host.current) return;
    const made = createCurveChart(
      host.current,
      { epochs, share, height },
      shown.current.map(({ kind }) => kind),
    );
    chart.current = made;
    made.show(shown.current);
    const width = new ResizeObserver(() => made.fit());
    width.observe(host.current);
    const theme = new MutationObserver(() => made.recolour());
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', made.recolour);
    return () => {
      width.disconnect();
      theme.disconnect();
      dark.removeEventListener('change', made.recolour);
      made.destroy();
      chart.current = null;
    };
  }, [kinds, epochs, share, height, language]);

  useEffect(() => chart.current?.show(lines), [lines]);

  return (
    <figure className="lab-curve">
      <figcaption>{title}</figcaption>
      <div ref={host} role="img" aria-label={said} />
    </figure>
  );
}
