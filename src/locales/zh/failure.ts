import type { WithoutOne } from '../catalogue.ts';
import type { failure as english } from '../en/failure.ts';

/** Why one photo could not be protected; see ../zh.ts. */
export const failure = {
  'failure.unreadable': '这不是图片，或者图片已损坏。请换一份副本，或者在别的程序里打开它、重新保存一次。',
  'failure.cutOff': '文件不完整，在 {{percent}}% 处中断，后面的部分丢失了。请重新复制或下载一次。',
  'failure.vanished': '添加之后，这个文件被移动或修改了。请重新添加。',
  'failure.unsupported':
    '这个浏览器读不了 {{type}} 图片，或者读不了这么大的。请另存为 JPEG 或 PNG，再添加进来。',
  'failure.coding.12-bit': '这是 12 位的 JPEG，浏览器读不了。请另存为普通 JPEG 或 PNG，再添加进来。',
  'failure.coding.lossless': '这是无损 JPEG，浏览器读不了。请另存为普通 JPEG 或 PNG，再添加进来。',
  'failure.coding.arithmetic': '这是算术编码的 JPEG，浏览器读不了。请另存为普通 JPEG，再添加进来。',
  'failure.timedOut': '读取时间太长，已经停止。请导出为 JPEG，再添加进来。',
  'failure.noisyCanvas':
    '这个浏览器为了防止指纹追踪，会改动网页读回的图片，这样会损坏您的照片。请允许本页读取图片（Brave 请关闭 Shields，Firefox 请允许读取画布数据），然后重新载入页面再试。',
  'failure.tooLarge': '它有 {{pixels}} 百万像素；这里最多能处理 {{limit}} 百万像素。请缩小后再添加进来。',
  'failure.tooLong':
    '它的长边有 {{side}} 像素，而 {{type}} 最多 {{limit}} 像素。请换一种格式，或者让照片缩小。',
  'failure.storageFull': '浏览器的存储空间已满。请先保存做好的部分，或者腾出一些磁盘空间。',
  'failure.workerLost':
    '处理它时两次意外中断。对这台设备来说，它可能太大了。请缩小后再添加进来，或者换一个浏览器试试。',
  'failure.encodeFailed': '这个浏览器无法把它写成 {{type}}。请换一种格式，或者让照片缩小。',
  'failure.unexpected':
    '发生了绝不该发生的错误，这是 Keyveil 的失误：{{detail}}。请再试一次；如果还是不行，就不要处理这张照片。',
} as const satisfies WithoutOne<typeof english>;
