import type { WithoutOne } from '../catalogue.ts';
import type { terms as english } from '../en/terms.ts';

/** Words of the trade and what they mean; see ../zh.ts. */
export const terms = {
  'term.psnr': 'PSNR',
  'term.psnr.what': '峰值信噪比：像素总体上变化有多小，以分贝（dB）计。35 以上很难看出变化，20 就很明显。',
  'term.ssim': 'SSIM',
  'term.ssim.what': '结构相似度：两张图片的边缘和纹理有多一致。1 表示完全相同，0 表示毫无共同之处。',
  'term.cuda': 'CUDA',
  'term.cuda.what':
    '“基于卷积的不可学习数据集”（Convolution-based Unlearnable Datasets），2023 年一篇论文中的方法，Keyveil 就以它为基础。它与显卡的 CUDA 毫无关系。',
  'term.paper': '论文',
  'term.paper.what':
    '指 Sadasivan、Soltanolkotabi 和 Feizi 的 CUDA: Convolution-based Unlearnable Datasets，CVPR 2023。链接在菜单的“关于 Keyveil”里。',
  'term.counter': '对抗手段',
  'term.counter.what':
    '训练者为了让保护失效而对图片做的处理。我们试过已发表的两种：随机锐化并去掉细节（RSK+FF），以及把像素随机挪动（COIN）。此外还有别的，将来也可能有新的。',
  'term.rskff': 'RSK+FF',
  'term.rskff.what': '“随机锐化核加频率滤除”，2024 年发表：用随机滤镜锐化每张图片，再去掉最细的细节。',
  'term.coin': 'COIN',
  'term.coin.what': '2025 年发表的一种对抗手段：把像素随机挪动，打散滤镜。',
  'term.iptc': 'IPTC',
  'term.iptc.what': '国际新闻电信理事会，它规定照片怎样写明作者、版权和使用许可。',
  'term.plus': 'PLUS',
  'term.plus.what': '图片许可通用系统：写在图片文件里的许可用语，其中有一条是关于训练的。',
  'term.bits': '比特',
  'term.bits.what':
    '密钥经得起多少次猜测：每多一个比特，次数就加倍。40 个比特就是一百万个一百万次；在这里，每猜一次都要花计算机不少时间。',
  'term.holm': 'Holm',
  'term.holm.what': '同时检验很多项时，把 p 值适当调大的一种办法，以免其中一项只是碰巧显得罕见。',
  'term.pvalue': 'p 值',
  'term.pvalue.what':
    '单凭偶然，得到至少同样显著的结果会有多常见。0.001 就是千分之一。它不是照片属于您的概率。',
  'term.onnx': 'ONNX',
  'term.onnx.what': '一种存放训练好的模型的开放文件格式，多数训练程序都能写出。',
  'term.tfjs': 'TensorFlow.js',
  'term.tfjs.what': '在浏览器里训练和运行模型的程序库，也指它存放模型的文件。',
  'term.gaussian': '高斯分布',
  'term.gaussian.what': '钟形曲线：大多数点靠近中间，离得越远，点越少。',
  'term.covariance': '协方差',
  'term.covariance.what': '点云在各个方向上有多宽，写成矩阵。',
  'term.chernoff': '切尔诺夫界',
  'term.chernoff.what': '罕见的事最多会有多常发生，这是一个已证明的上限。它可能过于谨慎，但绝不会偏低。',
  'term.spectra': '对数频谱',
  'term.spectra.what': '滤镜让粗细结构各通过多少，所用的刻度上，每次加倍都一样长。',
  'term.convolutions': '卷积',
  'term.convolutions.what': '神经网络中的一类层，在图片各处寻找同样的小图案。',
  'term.webgl': 'WebGL',
  'term.webgl.what': '浏览器让网页用显卡计算的较旧的办法。',
  'term.webgpu': 'WebGPU',
  'term.webgpu.what': '浏览器让网页用显卡计算的较新的办法。',
  'term.wasm': 'WebAssembly',
  'term.wasm.what': '在处理器上运行的快速程序，目前的浏览器都支持。',
} as const satisfies WithoutOne<typeof english>;
