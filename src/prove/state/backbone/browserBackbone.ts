import { openBackbone } from '../../worker/backboneClient.ts';
import type { BackboneServices } from './backboneSession.ts';

/** A network's services on a real page. */
export function browserBackbone(): BackboneServices {
  return { open: () => openBackbone(), now: () => performance.now() };
}
