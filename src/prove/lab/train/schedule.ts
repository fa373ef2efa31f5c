/** Part of the steps in which the learning rate rises, and the part of it that it starts from. */
const rising = 0.25;
const start = 0.04;

/**
 * The learning rate at a step, as a part of the highest: up in a quarter of the steps, down to nothing by the end, both
 * as half a cosine wave. "1cycle" of Smith and Topin 2017 (arXiv:1708.07120), for short runs from nothing.
 *
 * @param step from 0 to steps − 1
 */
export function oneCycle(step: number, steps: number): number {
  const done = (step + 0.5) / steps;
  if (done < rising) return start + (1 - start) * rise(done / rising);
  return 1 - rise((done - rising) / (1 - rising));
}

/** 0 to 1, smoothly. */
function rise(part: number): number {
  return (1 - Math.cos(Math.PI * part)) / 2;
}
