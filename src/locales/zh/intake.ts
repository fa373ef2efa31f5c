import type { WithoutOne } from '../catalogue.ts';
import type { intake as english } from '../en/intake.ts';

/** Texts of photos coming in; see ../zh.ts. */
export const intake = {
  'intake.addPhotos': '添加照片',
  'intake.addFolder': '添加文件夹',
  'intake.letGo': '松手即可添加；放在标签上，就会贴上那个标签。',
  'intake.looking': '正在查看您添加的内容…',
  'intake.reading_other': '已读取 {{read}} / {{n}} 个文件',
  'intake.readingName': '正在读取照片',
  'intake.refound_other': '{{n}} 张照片重新找到了文件。',
  'intake.addedNone': '没有添加照片。',
  'intake.foundNone': '里面没有找到照片。',
  'intake.added_other': '已添加 {{n}} 张照片。',
  'intake.leftOut_other': '有 {{n}} 个文件没有收进来。',
  'intake.firstFrames_other': '有 {{n}} 张是动图，只保护第一帧。',
  'intake.joined':
    '在许多磁盘上，“{{folder}}”和“{{label}}”会是同一个文件夹，所以两者的照片都归到标签“{{label}}”。',
  'intake.andMore_other': '还有 {{n}} 个',
  'leftOut.hidden': '隐藏文件或系统文件',
  'leftOut.not-an-image': '不是图片',
  'leftOut.same-again': '已经有了：名称、大小和内容都相同',
  'leftOut.zip-damaged': 'zip 已损坏。请重新复制或下载，或者先解压，再把文件夹拖进来',
  'leftOut.zip-incomplete': 'zip 的目录已损坏，里面可能还有别的文件。请先解压，再把文件夹拖进来',
  'leftOut.zip-unsafe-name': '在 zip 里，而文件名指向了 zip 之外。如果信得过它，请改名后单独添加',
  'leftOut.zip-bomb': '在 zip 里，解压后大得离谱。如果信得过它，请先解压，再把文件夹拖进来',
  'leftOut.entry-damaged': '在 zip 里已损坏。请重新复制或下载这个 zip',
  'leftOut.entry-encrypted': '在 zip 里，有密码。请先解压，再把文件夹拖进来',
  'leftOut.entry-method': '在 zip 里，压缩方式（例如 LZMA）这里读不了。请先解压，再把文件夹拖进来',
  'leftOut.entry-overlap': '在 zip 里与另一个文件重叠：这个 zip 已损坏，或者有意为害',
  'leftOut.zip-nested': 'zip 里套着的 zip。请先解压，再把文件夹拖进来',
  'leftOut.too-large': '超过 1.2 亿像素，这里处理不了。请缩小后再添加',
  'leftOut.storage-full': '浏览器的存储空间不够了。请先保存做好的部分，或者腾出一些磁盘空间，再重新添加',
  'leftOut.noisy-canvas':
    '这个浏览器为了防止指纹追踪，会改动网页画出的图片。请在这里允许并重新载入，或添加您自己的照片',

  'empty.title': '把照片拖到这里',
  'empty.what': 'Keyveil 用您的私人密钥生成一层淡淡的柔纱，蒙在每张照片上，让别人无法用这些照片训练分类器。',
  'empty.hint': '文件夹会变成标签。zip 和粘贴的图片也可以。',
  'empty.samples': '用示例照片试试',
  'empty.limits': '它让滥用照片变得更难，但不是万无一失的保证。',

  'loose.question': '照片里是谁，或者是什么？',
  'loose.why_other': '有 {{n}} 张照片不在文件夹里。没有标签的照片不会受到保护。',
  'loose.field': '新照片的标签',
  'loose.placeholder': '一个名称，例如“小雨”',
  'loose.submit': '贴上标签',
  'loose.later': '以后再说',
} as const satisfies WithoutOne<typeof english>;
