import type { WithoutOne } from '../catalogue.ts';
import type { moreSettings as english } from '../en/moreSettings.ts';

/** Texts of the settings; see ../zh.ts. */
export const moreSettings = {
  'settings.method': '方法',
  'settings.method.cast': '照片专用',
  'settings.method.veil': '柔纱（2026）',
  'settings.method.cuda': 'CUDA，与论文一致',
  'settings.about.cast.light':
    '淡淡的色彩波纹，与原片并排时多半略微可见。无论照片多大，都能对付从零学起的网络；对知道它并把它去掉的训练者无效。不作保证。',
  'settings.about.cast.standard':
    '色彩波纹加一层柔光，与原片并排时看得出。照片变成灰度或被清理后仍然有效；对已经见过类似事物的网络只起部分作用。不作保证。',
  'settings.about.cast.strong': '同“标准”，柔光更强：效果更好，照片较小时也有效。不作保证。',
  'settings.about.ownCast':
    '自定：偏色强度 {{level}}，不加柔纱。在任何尺寸下都带着；知道它的训练者能把它去掉。',
  'settings.about.ownCastVeil':
    '自定：偏色强度 {{level}}，柔纱尺寸 {{veilSize}}，强度 {{strength}}。偏色在任何尺寸下都在，柔纱大约从 {{veilSize}} px 起。',
  'settings.about.light': '很轻的柔焦，针对以 224 像素及以上查看照片的训练者。不作保证。',
  'settings.about.standard': '像柔焦镜头，针对以 160 像素及以上查看照片的训练者。不作保证。',
  'settings.about.strong': '更柔的镜头，针对以 112 像素及以上查看照片的训练者。不作保证。',
  'settings.about.cifar': '论文中用于 32 px 小图的 3×3 滤镜。用在全尺寸照片上会很明显，而且一缩小就失效。',
  'settings.about.imagenet': '论文中的 9×9 滤镜。照片会明显变糊、变暗，而且大照片缩小后会失去一部分保护。',
  'settings.about.ownVeil':
    '自定：柔纱尺寸 {{veilSize}}，强度 {{strength}}。大约从 {{veilSize}} px 起有保护，再小就只剩一部分。',
  'settings.about.ownCuda':
    '自定：{{size}}×{{size}} 滤镜，p_b 为 {{strength}}。大照片缩小后会失去大部分保护。',
  'settings.more.title': '更多设置',
  'settings.castLevel': '偏色强度',
  'settings.castLevel.note': '淡淡的色彩波有多强，以 255 级中的级数计。越大越安全，也越容易看出来。',
  'settings.strength.castNote': '柔纱周围八个权重各自最大可以有多大。越大越安全，也越柔；0 表示不加柔纱。',
  'settings.veilSize': '柔纱尺寸',
  'settings.veilSize.note':
    '柔纱由照片的一份小副本制成，这里是小副本短边的像素数。以这个尺寸或更大尺寸看照片的训练者，学到的会是滤镜。数值越大，越不容易看出来。',
  'settings.strength': '强度',
  'settings.strength.note': '周围八个权重各自最大可以有多大。越大越安全，也越柔。',
  'settings.kernelSize': '卷积核大小 k',
  'settings.kernelSize.note': '滤镜有几个像素宽。越大，画面越模糊。',
  'settings.kernelSize.option': '{{size}} × {{size}}',
  'settings.pb': '模糊参数 p_b',
  'settings.pb.note': '周围权重的上限，与论文一致。',
  'settings.backToStandard': '恢复为“标准”',
  'settings.backToImagenet': '恢复为 ImageNet',
  'settings.bounds': '请输入 {{min}} 到 {{max}} 之间的数。',
  'settings.format': '格式',
  'settings.format.same': '与原片相同',
  'settings.format.jpeg': 'JPEG',
  'settings.format.png': 'PNG',
  'settings.format.webp': 'WebP',
  'settings.format.about.same': 'AVIF 和 HEIC 会变成 JPEG，GIF 和 BMP 会变成 PNG。',
  'settings.format.about.png': '每个像素都保留，文件会变大。',
  'settings.quality': '画质',
  'settings.quality.jpeg': 'JPEG 画质',
  'settings.quality.webp': 'WebP 画质',
  'settings.files': '文件',
  'settings.optOut': '在每个文件里声明不得用于训练',
  'settings.optOut.note': '用机器能读懂的写法（IPTC、PLUS）。守规矩的训练者会照办，其他人它拦不住。',
  'settings.rights': '版权',
  'settings.rights.note': '写进每个文件的一行字，谁都能读到。例如：© 2026 王小雨。',
  'settings.keepCredit': '保留日期和版权',
  'settings.keepCredit.note': '拍摄日期、作者和版权会留在文件里。地点、相机和其他信息一律删除。',
  'settings.shrink': '缩小大照片',
  'settings.shrink.note': '先保护再缩小，上传更快。保护仍在。',
  'settings.longSide': '长边像素',
  'settings.plainNames': '文件名不带含义',
  'settings.plainNames.note': '每个标签的文件夹里都是 0001、0002……哪个是哪个，凭证里有记录。',
  'settings.tdmrep': '保存 tdmrep.json',
  'settings.tdmrep.note': '为您自己的网站作同样的声明：把文件放进网站的 .well-known 文件夹。',
} as const satisfies WithoutOne<typeof english>;
