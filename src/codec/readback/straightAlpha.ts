import type { Pixels } from '../../engine/engine.ts';

/**
 * Reads a bitmap made with `premultiplyAlpha: 'none'` through a texture, which keeps every level under every alpha.
 * For browsers without half-float canvases; it makes a context each time, for photos with half transparent pixels
 * are few. Null where WebGL2 is missing or the bitmap is larger than a texture.
 */
export function readPixelsThroughWebgl(bitmap: ImageBitmap): Pixels | null {
  const { width, height } = bitmap;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null || Math.max(width, height) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return null;
  try {
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
    gl.framebufferTexture2D(
      gl.FRAMEBUFFER,
      gl.COLOR_ATTACHMENT0,
      gl.TEXTURE_2D,
      gl.getParameter(gl.TEXTURE_BINDING_2D),
      0,
    );
    const data = new Uint8ClampedArray(width * height * 4);
    // WebGL writes into plain bytes only.
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(data.buffer));
    return gl.getError() === gl.NO_ERROR ? { width, height, data } : null;
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
