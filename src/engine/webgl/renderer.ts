/** What this browser draws WebGL with, found out without loading a library. */
export type Renderer =
  | { readonly kind: 'missing' }
  /** WebGL computed on the CPU: slower than our own CPU engine, so never used for work (ten times slower on SwiftShader). */
  | { readonly kind: 'software'; readonly name: string }
  | { readonly kind: 'hardware'; readonly name: string };

const softwareRenderers =
  /swiftshader|llvmpipe|softpipe|software rasterizer|microsoft basic render|apple software/i;

/** Asks a throw-away context. `missing` also covers a browser without OffscreenCanvas in workers. Never throws. */
export function probeRenderer(): Renderer {
  try {
    if (typeof OffscreenCanvas === 'undefined') return { kind: 'missing' };
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (gl === null) return { kind: 'missing' };
    const told = unmaskedRenderer(gl);
    // Browsers allow few contexts at a time, and garbage collection may be long in coming.
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return { kind: isSoftwareRenderer(told) ? 'software' : 'hardware', name: rendererName(told) };
  } catch {
    return { kind: 'missing' };
  }
}

/** What the driver calls itself; browsers that hide it give a general word. */
export function unmaskedRenderer(gl: WebGL2RenderingContext): string {
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  const told: unknown = gl.getParameter(extension === null ? gl.RENDERER : extension.UNMASKED_RENDERER_WEBGL);
  return typeof told === 'string' ? told : '';
}

/** Whether what the driver calls itself means that a processor draws, which is slower than doing without WebGL. */
export function isSoftwareRenderer(told: string): boolean {
  return softwareRenderers.test(told);
}

/**
 * The part of a renderer string that a person knows: `ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x2504) Direct3D11 …,
 * D3D11)` becomes `NVIDIA GeForce RTX 3060`.
 */
export function rendererName(told: string): string {
  const angle = /^ANGLE \([^,]*, (.*), [^,]*\)$/.exec(told);
  const device = (angle?.[1] ?? told)
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/^Vulkan [\d.]+ \((.*)\)$/, '$1')
    .replace(/\s*\(0x[0-9a-f]+\).*$/i, '')
    .replace(/\s*(Direct3D|OpenGL|Vulkan \d).*$/i, '')
    .trim();
  return device === '' ? told.trim() || 'GPU' : device;
}
