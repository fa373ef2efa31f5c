import { openLab } from '../worker/labClient.ts';
import { makePictures } from '../worker/picturesClient.ts';
import type { LabServices } from './labServices.ts';

/** The training lab's services on a real page. */
export function browserLab(): LabServices {
  return {
    openLane: () => openLab(),
    makePictures: (task, signal, onProgress) => makePictures(task, signal, onProgress),
    cores: navigator.hardwareConcurrency ?? 1,
    now: () => performance.now(),
  };
}
