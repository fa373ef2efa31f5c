/**
 * 3 × 3 convolutions of stride 1 with edges of zeros, by Winograd's minimal filtering F(4×4, 3×3): Lavin and Gray, "Fast
 * Algorithms for Convolutional Neural Networks", CVPR 2016 (arXiv 1509.09308), points 0, ±1, ±2. A quarter of the
 * multiplications. Pictures are n × height × width × channels, float32, sides divisible by 4; channels by 4 (read) and 8
 * (written).
 *
 * In the transformed domain a tensor is 36 matrices one after another: tiles × channels for pictures, in × out for filters.
 */
export { filterToTiles, tilesToFilter, turnFilter } from './filterTiles';
export { multiplyAll } from './multiply';
export { gradientsToTiles, picturesToTiles, tilesToPictures } from './pictureTiles';
