import type { Regime } from '../../core/experiment.ts';
import type { RegimeHooks } from '../regime.ts';
import { adversarial } from './adversarial.ts';
import { blur } from './blur.ts';
import { classMean } from './classMean.ts';
import { coin } from './coin.ts';
import { cutmix } from './cutmix.ts';
import { cutout } from './cutout.ts';
import { grayscale } from './grayscale.ts';
import { highPass } from './highPass.ts';
import { jpeg } from './jpeg.ts';
import { mixup } from './mixup.ts';
import { orthogonalProjection } from './orthogonalProjection.ts';
import { plain } from './plain.ts';
import { resizedCrop } from './resizedCrop.ts';
import { rskFf } from './rskFf.ts';
import { ueraser } from './ueraser.ts';

/**
 * What a regime does to training on pictures of `side` × `side` pixels. Fine-tuning is the training loop's business:
 * its hooks are those of plain training, in both of its stages.
 */
export function regimeHooks(regime: Regime, side: number): RegimeHooks {
  switch (regime.kind) {
    case 'plain':
    case 'fine-tuning':
      return plain(side);
    case 'mixup':
      return mixup(regime.alpha, side);
    case 'cutout':
      return cutout(regime.share, side);
    case 'cutmix':
      return cutmix(regime.alpha, side);
    case 'blur':
      return blur(regime.sigma, side);
    case 'grayscale':
      return grayscale(side);
    case 'jpeg':
      return jpeg(regime.quality, side);
    case 'adversarial':
      return adversarial(regime, side);
    case 'rsk-ff':
      return rskFf(side);
    case 'coin':
      return coin(regime.reach, side);
    case 'orthogonal-projection':
      return orthogonalProjection(regime, side);
    case 'class-mean':
      return classMean(side);
    case 'high-pass':
      return highPass(regime.frequencies, side);
    case 'ueraser':
      return ueraser(regime.repeats, side);
    case 'resized-crop':
      return resizedCrop(regime, side);
  }
}
