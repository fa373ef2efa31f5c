import { matMul, reshape, type Tensor2D, type Tensor4D, transpose } from '@tensorflow/tfjs-core';

/**
 * The same linear map along columns and along rows of every picture, in every channel: M · X · Mᵀ.
 *
 * @param images n × side × side × channels
 * @param matrix side × side; row i holds the weights that pixel i is made of
 */
export function alongSides(images: Tensor4D, matrix: Tensor2D): Tensor4D {
  const [n, side, , channels] = images.shape;
  // A product of two matrices, without a batch, is the one that every backend does well.
  const alongFirst = (pictures: Tensor4D, order: number[]): Tensor4D => {
    const lines = reshape(transpose(pictures, order), [side, n * side * channels]);
    return reshape(matMul(matrix, lines), [side, n, side, channels]);
  };
  // n y x c → y n x c → x y … : the first axis is always the one that is mixed.
  const columns = alongFirst(images, [1, 0, 2, 3]);
  const rows = alongFirst(columns, [2, 1, 0, 3]);
  return transpose(rows, [1, 2, 0, 3]);
}
