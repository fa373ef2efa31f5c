import type { UniformType } from '@tensorflow/tfjs-backend-webgl/dist/shader_compiler';

/**
 * What runs on the GPU. Every program draws one texel for each value of its result and reads its inputs with
 * `texelFetch` at whole positions, so nothing depends on a driver's interpolation. Sizes never stand in the code:
 * a program is compiled once, not once for each size of photo.
 */
export interface Program {
  /** Names of the input textures in the code, in order. */
  readonly inputs: readonly string[];
  readonly uniforms: readonly {
    readonly name: string;
    readonly type: UniformType;
    readonly length?: number;
  }[];
  /** `floats`: RGBA32F; `bytes`: RGBA8, ready to be read back. */
  readonly output: 'floats' | 'bytes';
  readonly code: string;
}

/** Rounds half up to a whole byte; what the RGBA8 target does to halves is left to the driver, so leave it none. */
const toByte = 'vec3 toByte(vec3 value) { return floor(clamp(value, 0.0, 1.0) * 255.0 + 0.5) / 255.0; }';

/** Means over cells along one side; see cellTable for the table. `share` is 1 / pixels in a cell. */
function averageAlong(axis: 'x' | 'y'): Program {
  const across = axis === 'x' ? 'ivec2(i, at.y)' : 'ivec2(at.x, i)';
  return {
    inputs: ['photo', 'cells'],
    uniforms: [{ name: 'share', type: 'float' }],
    output: 'floats',
    code: `
      vec4 pixel(int i, ivec2 at) { return texelFetch(photo, ${across}, 0); }
      void main() {
        ivec2 at = ivec2(gl_FragCoord.xy);
        vec4 cell = texelFetch(cells, ivec2(at.${axis}, 0), 0);
        int first = int(cell.x);
        int last = int(cell.y);
        vec4 sum = cell.z * pixel(first, at) + cell.w * pixel(last, at);
        for (int i = first + 1; i < last; i++) sum += pixel(i, at);
        outputColor = sum * share;
      }`,
  };
}

/** Down first: neighbouring threads then read neighbouring pixels of the big photo. */
export const averageDown = averageAlong('y');
export const averageAcross = averageAlong('x');

/** The side taps on the small copy, 2 cells apart, edges repeated. The weight in the middle is given as 0. */
export const sideTaps: Program = {
  inputs: ['cells'],
  uniforms: [{ name: 'taps', type: 'vec4', length: 3 }],
  output: 'floats',
  code: `
    void main() {
      ivec2 at = ivec2(gl_FragCoord.xy);
      ivec2 corner = textureSize(cells, 0) - 1;
      vec4 sum = vec4(0);
      ${unrolled(3, (x, y, weight) => `sum += ${weight} * texelFetch(cells, clamp(at + ivec2(${2 * x - 2}, ${2 * y - 2}), ivec2(0), corner), 0);`)}
      outputColor = sum;
    }`,
};

/** Smooths the small copy: 1, 2, 1 over 4 along rows and columns, edges repeated. */
export const smoothCells: Program = {
  inputs: ['cells'],
  uniforms: [],
  output: 'floats',
  code: `
    void main() {
      ivec2 at = ivec2(gl_FragCoord.xy);
      ivec2 corner = textureSize(cells, 0) - 1;
      vec4 sum = vec4(0);
      for (int y = -1; y <= 1; y++)
        for (int x = -1; x <= 1; x++)
          sum += float((2 - abs(x)) * (2 - abs(y))) * texelFetch(cells, clamp(at + ivec2(x, y), ivec2(0), corner), 0);
      outputColor = sum / 16.0;
    }`,
};

/** What a cast adds to a pixel, 0 to 1; see fieldTable for `field`. `cosine`: the column's. */
const fieldAt = `
  vec3 fieldAt(int row, float cosine) {
    return texelFetch(field, ivec2(row, 0), 0).rgb + cosine * texelFetch(field, ivec2(row, 1), 0).rgb;
  }`;

/** Adds a cast's field to the photo. `columns`: the cosine of each column, in the fourth number. */
export const addField: Program = {
  inputs: ['photo', 'columns', 'field'],
  uniforms: [],
  output: 'bytes',
  code: `
    ${toByte}
    ${fieldAt}
    void main() {
      ivec2 at = ivec2(gl_FragCoord.xy);
      vec4 pixel = texelFetch(photo, at, 0);
      float cosine = texelFetch(columns, ivec2(at.x, 0), 0).w;
      outputColor = vec4(toByte(pixel.rgb + fieldAt(at.y, cosine)), pixel.a);
    }`,
};

/**
 * Lays the veil, enlarged linearly, and a field over the photo; see positionTable for `columns` and `rows`. The fourth
 * number of `columns` is the field's cosine.
 */
export const compose: Program = {
  inputs: ['photo', 'veil', 'columns', 'rows', 'field'],
  uniforms: [{ name: 'centre', type: 'float' }],
  output: 'bytes',
  code: `
    ${toByte}
    ${fieldAt}
    vec3 cell(float column, float row) { return texelFetch(veil, ivec2(column, row), 0).rgb; }
    void main() {
      ivec2 at = ivec2(gl_FragCoord.xy);
      vec4 column = texelFetch(columns, ivec2(at.x, 0), 0);
      vec4 row = texelFetch(rows, ivec2(at.y, 0), 0);
      vec3 above = mix(cell(column.x, row.x), cell(column.y, row.x), column.z);
      vec3 below = mix(cell(column.x, row.y), cell(column.y, row.y), column.z);
      vec4 pixel = texelFetch(photo, at, 0);
      vec3 laid = mix(above, below, row.z) + fieldAt(at.y, column.w);
      outputColor = vec4(toByte(centre * pixel.rgb + laid), pixel.a);
    }`,
};

const convolutions = new Map<number, Program>();

/**
 * Cross-correlation with size × size taps, unrolled. The photo's texture carries size >> 1 texels more on every
 * side, so no tap needs a test. Keeps the alpha of the pixel under the middle. Compiled once for each size.
 */
export function convolve(size: number): Program {
  const known = convolutions.get(size);
  if (known !== undefined) return known;
  const middle = size >> 1;
  const program: Program = {
    inputs: ['photo'],
    // Four weights to a vector: 225 single floats would overrun what small GPUs have for uniforms.
    uniforms: [{ name: 'taps', type: 'vec4', length: Math.ceil((size * size) / 4) }],
    output: 'floats',
    code: `
      void main() {
        ivec2 at = ivec2(gl_FragCoord.xy);
        vec3 sum = vec3(0);
        ${unrolled(size, (x, y, weight) => `sum += ${weight} * texelFetch(photo, at + ivec2(${x}, ${y}), 0).rgb;`)}
        outputColor = vec4(sum, texelFetch(photo, at + ${middle}, 0).a);
      }`,
  };
  convolutions.set(size, program);
  return program;
}

/** Texels a side that one texel of `greatest` looks at. */
export const greatestBlock = 16;

/** The greatest of the three colours in each block. */
export const greatest: Program = {
  inputs: ['values'],
  uniforms: [],
  output: 'floats',
  code: `
    void main() {
      ivec2 from = ivec2(gl_FragCoord.xy) * ${greatestBlock};
      ivec2 to = min(from + ${greatestBlock}, textureSize(values, 0));
      vec3 found = vec3(0);
      for (int y = from.y; y < to.y; y++)
        for (int x = from.x; x < to.x; x++) found = max(found, texelFetch(values, ivec2(x, y), 0).rgb);
      outputColor = vec4(max(found.r, max(found.g, found.b)));
    }`,
};

/** Filtered values to bytes: times `scale`, which is 1 / the photo's greatest value. */
export const scaleToBytes: Program = {
  inputs: ['values'],
  uniforms: [{ name: 'scale', type: 'float' }],
  output: 'bytes',
  code: `
    ${toByte}
    void main() {
      vec4 value = texelFetch(values, ivec2(gl_FragCoord.xy), 0);
      outputColor = vec4(toByte(value.rgb * scale), value.a);
    }`,
};

/** One line of code for each tap of a size × size filter; weights lie in rows, four to a vector. */
function unrolled(size: number, line: (x: number, y: number, weight: string) => string): string {
  return Array.from({ length: size * size }, (_, index) =>
    line(index % size, Math.floor(index / size), `taps[${index >> 2}][${index & 3}]`),
  ).join('\n');
}
