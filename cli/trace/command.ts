import { group } from '../terminal/group.ts';
import { ask } from './ask.ts';
import { probes } from './probes.ts';
import { publish } from './publish.ts';
import { verdict } from './verdict.ts';

/** Was this model trained on my photos? Trace's first part without a window. */
export const trace = group({
  name: 'trace',
  about: 'Finds out whether a model was trained on your protected photos.',
  teaches: 'What the words of a verdict mean, and what they do not: docs/trace.md.',
  commands: [probes, verdict, ask, publish],
});
