import type { CastField } from '../../core/cast/castField.ts';
import { half, type LayTask, layLine, one, Ramp } from './layLine.ts';
import { nodesOfField } from './line.ts';
import { Pace, type Steps } from './steps.ts';

/** `Kernels.layField`. Each pixel is read once and written once. */
export function* plainLayField(task: LayTask, field: CastField): Steps<void> {
  const { width, height, part } = task;
  const nodes = nodesOfField(width, height);
  const cosines = nodes.cosines(field);
  const across = new Ramp(width, nodes.cells);
  const segments = across.segmentsOf(part.x, part.x + part.width);
  const line = new Int32Array(nodes.count * 3);
  const pace = new Pace();
  for (let row = 0; row < part.height; row++) {
    const { still, swing } = field.row(part.y + row);
    for (let c = 0; c < 3; c++) {
      const base = (still[c] as number) * one + half;
      const factor = (swing[c] as number) * one;
      cosines.forEach((cosine, node) => {
        line[node * 3 + c] = base + factor * cosine;
      });
    }
    layLine(task, row, line, one, across, segments);
    if (pace.due(part.width)) yield;
  }
}
