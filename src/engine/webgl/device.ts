import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { GPGPUContext } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_context';
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math';
import { TextureUsage } from '@tensorflow/tfjs-backend-webgl/dist/tex_util';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Pixels, Region } from '../engine.ts';
import { grown } from '../regions.ts';
import type { Program } from './programs.ts';
import { rendererName, unmaskedRenderer } from './renderer.ts';

/** A texture on the GPU, one texel for each pixel or value. */
export interface GpuImage {
  readonly width: number;
  readonly height: number;
  readonly texture: WebGLTexture;
  readonly tensor: TensorInfo;
  /** Ours, or one that tfjs made for a program's result. */
  readonly owner: 'device' | 'tfjs';
}

export interface GpuUsage {
  readonly tensors: number;
  readonly textures: number;
  readonly bytes: number;
}

/** What a texture is filled with before a photo, and must still give back after it. */
const heartbeat = new Uint8Array([75, 118, 101, 105]);

/**
 * A WebGL2 context with tfjs' backend on it. tfjs compiles and runs our programs (`runWebGLProgram`); photos go up
 * and come down without it, because its own ways lead through float tensors of four times the size.
 *
 * Everything is synchronous: whoever calls uploads, runs, reads back and then calls `releaseAll`, without awaiting
 * anything in between.
 */
export class WebglDevice {
  readonly name: string;
  /** Longest side of a texture, in texels. */
  readonly maxSide: number;
  readonly #gl: WebGL2RenderingContext;
  readonly #gpgpu: GPGPUContext;
  readonly #backend: MathBackendWebGL;
  readonly #reading: WebGLFramebuffer;
  readonly #beat: WebGLTexture;
  readonly #images = new Set<GpuImage>();
  #textures = 0;
  #disposed = false;

  /** Throws where there is no WebGL2 or it cannot draw to float textures. */
  constructor() {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      powerPreference: 'high-performance',
    });
    if (gl === null) throw new Error('WebGL2 gives no context');
    if (gl.getExtension('EXT_color_buffer_float') === null) throw new Error('WebGL2 cannot draw floats');
    gl.disable(gl.DITHER);
    // Set, not probed: tfjs' own detection opens a second context and refuses slow ones.
    env().set('WEBGL_VERSION', 2);
    // tfjs keeps every texture for later by default; photos have too many sizes for that.
    env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
    this.#gl = gl;
    this.#gpgpu = new GPGPUContext(gl);
    this.#backend = new MathBackendWebGL(this.#gpgpu);
    if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('WebGL2 draws half floats only');
    this.#reading = gl.createFramebuffer();
    this.name = rendererName(unmaskedRenderer(gl));
    this.maxSide = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
    this.#beat = this.#makeTexture(gl.RGBA8, 1, 1);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, heartbeat);
  }

  /** The region of a photo as RGBA8, with `margin` more texels around: the photo's own, zeros beyond its edges. */
  upload(pixels: Pixels, region: Region, margin: number): GpuImage {
    const gl = this.#gl;
    const inside = grown(region, margin, pixels.width, pixels.height);
    const image = this.#create(gl.RGBA8, region.width + 2 * margin, region.height + 2 * margin);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pixels.width);
    gl.texSubImage2D(
      gl.TEXTURE_2D,
      0,
      inside.x - region.x + margin,
      inside.y - region.y + margin,
      inside.width,
      inside.height,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      pixels.data,
      (inside.y * pixels.width + inside.x) * 4,
    );
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    return image;
  }

  /** Four floats a texel, in rows. */
  uploadFloats(width: number, height: number, values: Float32Array<ArrayBuffer>): GpuImage {
    const gl = this.#gl;
    const image = this.#create(gl.RGBA32F, width, height);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RGBA, gl.FLOAT, values);
    return image;
  }

  /** Runs a program over a result of width × height texels. `uniforms` has the values in the program's order. */
  run(
    program: Program,
    inputs: readonly GpuImage[],
    uniforms: number[][],
    width: number,
    height: number,
  ): GpuImage {
    // For tfjs a texel of four floats is a 2×2 block of a matrix.
    const packed = program.output === 'floats';
    const asked: GPGPUProgram = {
      variableNames: [...program.inputs],
      outputShape: packed ? [height * 2, width * 2] : [height, width],
      userCode: program.code,
      enableShapeUniforms: true,
      packedInputs: true,
      packedOutput: packed,
      customUniforms: program.uniforms.map(({ name, type, length }) =>
        length === undefined ? { name, type } : { name, type, arrayIndex: length },
      ),
      ...(packed ? {} : { outTexUsage: TextureUsage.DOWNLOAD }),
    };
    const tensors = inputs.map(input => input.tensor);
    const tensor = this.#backend.runWebGLProgram(asked, tensors, 'float32', uniforms, true);
    const texture = this.#backend.getTexture(tensor.dataId);
    return this.#keep({ width, height, texture, tensor, owner: 'tfjs' });
  }

  /** Reads an RGBA8 image into a photo, its top left corner at `at`. */
  readInto(image: GpuImage, target: Pixels, at: { readonly x: number; readonly y: number }): void {
    const gl = this.#gl;
    gl.pixelStorei(gl.PACK_ROW_LENGTH, target.width);
    this.#read(image.texture, () => {
      const offset = (at.y * target.width + at.x) * 4;
      gl.readPixels(0, 0, image.width, image.height, gl.RGBA, gl.UNSIGNED_BYTE, target.data, offset);
    });
    gl.pixelStorei(gl.PACK_ROW_LENGTH, 0);
  }

  /** Four floats a texel, in rows. */
  readFloats(image: GpuImage): Float32Array {
    const gl = this.#gl;
    const values = new Float32Array(image.width * image.height * 4);
    this.#read(image.texture, () => {
      gl.readPixels(0, 0, image.width, image.height, gl.RGBA, gl.FLOAT, values);
    });
    return values;
  }

  /**
   * Whether all that was read so far can be trusted. A context that got lost gives zeros, and says so only later, so
   * beside asking it we read back known bytes: what came before them in the queue was done then.
   */
  alive(): boolean {
    const gl = this.#gl;
    if (this.#disposed || gl.isContextLost() || gl.getError() !== gl.NO_ERROR) return false;
    const seen = new Uint8Array(4);
    this.#read(this.#beat, () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, seen));
    return seen.every((byte, index) => byte === heartbeat[index]) && !gl.isContextLost();
  }

  get lost(): boolean {
    return this.#gl.isContextLost();
  }

  /** Frees an image before `releaseAll` does. */
  release(image: GpuImage): void {
    if (!this.#images.delete(image)) return;
    if (image.owner === 'device') {
      // Taken from the tensor first: tfjs must not put a texture into its pool that it did not make.
      delete this.#backend.texData.get(image.tensor.dataId).texture;
      this.#gl.deleteTexture(image.texture);
      this.#textures--;
    }
    this.#backend.disposeData(image.tensor.dataId, true);
  }

  releaseAll(): void {
    for (const image of this.#images) this.release(image);
  }

  /** Tensors, our textures and bytes of tfjs' textures that are held now; all return to 0 after each photo. */
  usage(): GpuUsage {
    const bytes = this.#backend.memory().numBytesInGPUAllocated;
    return { tensors: this.#backend.numDataIds(), textures: this.#textures, bytes };
  }

  /** For tests: takes the context away as a driver's crash would. */
  lose(): void {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  /** Frees everything, the compiled programs and the context itself included. */
  dispose(): void {
    if (this.#disposed) return;
    this.releaseAll();
    this.#disposed = true;
    this.#gl.deleteTexture(this.#beat);
    this.#gl.deleteFramebuffer(this.#reading);
    this.#backend.dispose();
    this.#gpgpu.program = null;
    this.#gpgpu.outputTexture = null;
    this.#gpgpu.dispose();
    this.lose();
  }

  #create(format: GLenum, width: number, height: number): GpuImage {
    const texture = this.#makeTexture(format, width, height);
    this.#textures++;
    const shape = [height * 2, width * 2];
    const tensor = this.#backend.makeTensorInfo(shape, 'float32');
    const data = this.#backend.texData.get(tensor.dataId);
    const texShape: [number, number] = [height * 2, width * 2];
    data.texture = { texture, texShape };
    data.texShape = texShape;
    data.isPacked = true;
    return this.#keep({ width, height, texture, tensor, owner: 'device' });
  }

  #makeTexture(format: GLenum, width: number, height: number): WebGLTexture {
    const gl = this.#gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
    return texture;
  }

  #keep(image: GpuImage): GpuImage {
    this.#images.add(image);
    return image;
  }

  #read(texture: WebGLTexture, read: () => void): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#reading);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    read();
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, null, 0);
  }
}
