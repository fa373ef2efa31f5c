import { numbers } from '../fixtures/pictures.ts';

/** One of the sizes that photos are measured at. */
export interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly type: 'image/jpeg' | 'image/png';
}

/** Shapes of all sizes over a gradient with a little grain: about as much for a JPEG coder to do as a real photo. */
export async function drawPhoto({ width, height, type }: Size): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas');
  const next = numbers(width);
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, 'rgb(60 90 160)');
  gradient.addColorStop(1, 'rgb(210 180 120)');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  for (let i = 0; i < 400; i++) {
    context.fillStyle = `rgb(${next() * 255} ${next() * 255} ${next() * 255} / 0.35)`;
    const radius = (width / 8) * next() ** 3 + 1;
    context.beginPath();
    context.ellipse(next() * width, next() * height, radius, radius * (0.3 + next()), next() * 3, 0, 7);
    context.fill();
  }
  const image = context.getImageData(0, 0, width, height);
  for (let i = 0; i < image.data.length; i += 4) {
    const grain = next() * 10 - 5;
    for (let c = 0; c < 3; c++) image.data[i + c] = (image.data[i + c] ?? 0) + grain;
  }
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob({ type, quality: 0.92 });
}
