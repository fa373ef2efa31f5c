/** A licence whose text stands in `texts/`. */
export type Licence =
  | 'Apache-2.0'
  | 'BSD-2-Clause'
  | 'BSD-3-Clause'
  | 'BSL-1.0'
  | 'GPL-3.0'
  | 'IJG'
  | 'LGPL-3.0'
  | 'LLVM-exception'
  | 'MIT'
  | 'MPL-2.0'
  | 'Zlib';

/** A copyright line and the licences that follow it, for what comes without a file that holds them. */
export interface Notice {
  readonly copyright: string;
  readonly texts: readonly Licence[];
}

/** Something that was compiled or copied into the files of a package, so that no bundler sees it. */
export interface Part extends Notice {
  readonly name: string;
  /** Of the licence, in the words of SPDX. */
  readonly licence: string;
  /** Where its source is. */
  readonly source: string;
}

const part = (
  name: string,
  licence: string,
  copyright: string,
  source: string,
  texts: readonly Licence[],
): Part => ({ name, licence, copyright, source, texts });

/** What Emscripten puts into every WebAssembly file that it makes: its own runtime, a C library, a C++ library. */
const emscripten: readonly Part[] = [
  part(
    'Emscripten runtime',
    'MIT',
    'Copyright (c) 2010-2014 Emscripten authors',
    'https://github.com/emscripten-core/emscripten',
    ['MIT'],
  ),
  part('musl', 'MIT', 'Copyright © 2005-2020 Rich Felker, et al.', 'https://musl.libc.org', ['MIT']),
  part(
    'libc++, libc++abi and compiler-rt',
    'Apache-2.0 WITH LLVM-exception',
    'Copyright (c) 2003-2019 LLVM contributors',
    'https://github.com/llvm/llvm-project',
    ['LLVM-exception', 'Apache-2.0'],
  ),
];

const marat = 'Copyright (c) 2017 Facebook Inc., Georgia Institute of Technology, Marat Dukhan';

/**
 * By package: what its files hold of others. Found in the build recipes of the packages (heic-to's README; TensorFlow.js
 * `tfjs-backend-wasm/WORKSPACE`; ONNX Runtime `cmake/deps.txt`) and, where names were left in them, in the files.
 */
export const knownParts: Readonly<Record<string, readonly Part[]>> = {
  'heic-to': [
    part(
      'libheif 1.22.2',
      'LGPL-3.0-or-later',
      'Copyright (c) 2017-2026 Dirk Farin and others',
      'https://github.com/strukturag/libheif',
      ['LGPL-3.0', 'GPL-3.0'],
    ),
    part(
      'libde265',
      'LGPL-3.0-or-later',
      'Copyright (c) 2013-2026 struktur AG, Dirk Farin and others',
      'https://github.com/strukturag/libde265',
      ['LGPL-3.0', 'GPL-3.0'],
    ),
    ...emscripten,
  ],
  '@jsquash/jxl': [
    part(
      'libjxl',
      'BSD-3-Clause',
      'Copyright (c) the JPEG XL Project Authors',
      'https://github.com/libjxl/libjxl',
      ['BSD-3-Clause'],
    ),
    part(
      'Brotli',
      'MIT',
      'Copyright (c) 2009, 2010, 2013-2016 by the Brotli Authors',
      'https://github.com/google/brotli',
      ['MIT'],
    ),
    part(
      'Highway',
      'Apache-2.0',
      'Copyright (c) The Highway Project Authors',
      'https://github.com/google/highway',
      ['Apache-2.0'],
    ),
    part('skcms', 'BSD-3-Clause', 'Copyright (c) 2018 Google Inc.', 'https://skia.googlesource.com/skcms', [
      'BSD-3-Clause',
    ]),
    ...emscripten,
  ],
  '@tensorflow/tfjs-backend-wasm': [
    part(
      'XNNPACK',
      'BSD-3-Clause',
      'Copyright (c) Facebook, Inc. and its affiliates; Copyright 2019 Google LLC',
      'https://github.com/google/XNNPACK',
      ['BSD-3-Clause'],
    ),
    part('FP16', 'MIT', marat, 'https://github.com/Maratyszcza/FP16', ['MIT']),
    part('FXdiv', 'MIT', marat, 'https://github.com/Maratyszcza/FXdiv', ['MIT']),
    part('psimd', 'MIT', marat, 'https://github.com/Maratyszcza/psimd', ['MIT']),
    part('pthreadpool', 'BSD-2-Clause', marat, 'https://github.com/google/pthreadpool', ['BSD-2-Clause']),
    part(
      'cpuinfo and clog',
      'BSD-2-Clause',
      `Copyright (c) 2019 Google LLC; ${marat}`,
      'https://github.com/pytorch/cpuinfo',
      ['BSD-2-Clause'],
    ),
    ...emscripten,
  ],
  'onnxruntime-web': [
    part('ONNX', 'Apache-2.0', 'Copyright (c) ONNX Project Contributors', 'https://github.com/onnx/onnx', [
      'Apache-2.0',
    ]),
    part(
      'Protocol Buffers',
      'BSD-3-Clause',
      'Copyright 2008 Google Inc.',
      'https://github.com/protocolbuffers/protobuf',
      ['BSD-3-Clause'],
    ),
    part('FlatBuffers', 'Apache-2.0', 'Copyright Google LLC', 'https://github.com/google/flatbuffers', [
      'Apache-2.0',
    ]),
    part('Abseil', 'Apache-2.0', 'Copyright The Abseil Authors', 'https://github.com/abseil/abseil-cpp', [
      'Apache-2.0',
    ]),
    part('RE2', 'BSD-3-Clause', 'Copyright (c) 2009 The RE2 Authors', 'https://github.com/google/re2', [
      'BSD-3-Clause',
    ]),
    part('Eigen', 'MPL-2.0', 'Copyright the Eigen authors', 'https://gitlab.com/libeigen/eigen', ['MPL-2.0']),
    part(
      'JSON for Modern C++',
      'MIT',
      'Copyright (c) 2013-2025 Niels Lohmann',
      'https://github.com/nlohmann/json',
      ['MIT'],
    ),
    part(
      'Guidelines Support Library',
      'MIT',
      'Copyright (c) 2015 Microsoft Corporation',
      'https://github.com/microsoft/GSL',
      ['MIT'],
    ),
    part(
      'SafeInt',
      'MIT',
      'Copyright (c) 2018 Microsoft Corporation',
      'https://github.com/dcleblanc/SafeInt',
      ['MIT'],
    ),
    part('Mp11', 'BSL-1.0', 'Copyright Peter Dimov and others', 'https://github.com/boostorg/mp11', [
      'BSL-1.0',
    ]),
    part(
      'Date',
      'MIT',
      'Copyright (c) 2015-2020 Howard Hinnant and others',
      'https://github.com/HowardHinnant/date',
      ['MIT'],
    ),
    ...emscripten,
  ],
  pako: [
    part(
      'zlib, of which pako is a translation',
      'Zlib',
      'Copyright (C) 1995-2013 Jean-loup Gailly and Mark Adler',
      'https://zlib.net',
      ['Zlib'],
    ),
  ],
};

/** By package: others from the registry that its ready-made file holds, and that are installed beside it. */
export const heldPackages: Readonly<Record<string, readonly string[]>> = {
  // Both come as one file, made by their authors.
  jszip: ['pako', 'lie', 'immediate', 'setimmediate'],
  'onnxruntime-web': ['onnxruntime-common'],
};

const google: Notice = { copyright: 'Copyright 2018-2024 Google LLC', texts: ['Apache-2.0'] };
const microsoft: Notice = { copyright: 'Copyright (c) Microsoft Corporation', texts: ['MIT'] };

/** By package: the notice of those that name a licence but come without its text; taken from their source files. */
export const writtenNotices: Readonly<Record<string, Notice>> = {
  '@tensorflow/tfjs-backend-cpu': google,
  '@tensorflow/tfjs-backend-wasm': google,
  '@tensorflow/tfjs-backend-webgl': google,
  '@tensorflow/tfjs-backend-webgpu': google,
  '@tensorflow/tfjs-converter': google,
  '@tensorflow/tfjs-core': google,
  '@tensorflow/tfjs-layers': { ...google, texts: ['MIT', 'Apache-2.0'] },
  seedrandom: { copyright: 'Copyright 2019 David Bau.', texts: ['MIT'] },
  'onnxruntime-web': microsoft,
  'onnxruntime-common': microsoft,
};

/** What we compile ourselves from sources that no registry of ours has; see `src/codec/jpeg/planes/native`. */
export const compiledHere: readonly (Part & { readonly version: string; readonly parts: readonly Part[] })[] =
  [
    {
      ...part(
        'libjpeg-turbo',
        'IJG AND BSD-3-Clause AND Zlib',
        'Copyright (C) 1991-2020 Thomas G. Lane, Guido Vollbeding; 2009-2023 D. R. Commander; 2015 Viktor Szathmáry',
        'https://github.com/libjpeg-turbo/libjpeg-turbo',
        ['IJG', 'BSD-3-Clause', 'Zlib'],
      ),
      version: '2.1.5',
      parts: emscripten,
    },
  ];
