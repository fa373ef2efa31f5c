import type { TrainingKind } from '../../src/prove/core/experiment.ts';

export const trainingNames: Readonly<Record<TrainingKind, string>> = {
  clean: 'clean photos',
  protected: 'protected photos',
  common: 'one common filter',
};

/** @param part from 0 to 1 */
export const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
