import type { WithoutOne } from '../catalogue.ts';
import type { about as english } from '../en/about.ts';

/** Texts of the dialog `About Keyveil`; see ../zh.ts. */
export const about = {
  'about.title': '关于 Keyveil',
  'about.version': '版本 {{version}}',
  'about.what':
    'Keyveil 让贴了标签的照片在上传到任何地方之前，就无法用来训练程序。一切都在本机完成：您的照片和密钥都不会离开本机。',
  'about.limits': '它让滥用照片变得更难，但不作任何保证。',
  'about.limitsMore': '能防住什么',
  'about.docs': '文档',
  'about.paperTitle': '所依据的论文',
  'about.paper':
    'Vinu Sankar Sadasivan、Mahdi Soltanolkotabi、Soheil Feizi：CUDA: Convolution-based Unlearnable Datasets，CVPR 2023。',
  'about.paperWhere': 'arXiv:2303.04278',
  'about.outside': '在新标签页中打开 Keyveil 以外的网页',
  'about.licenceTitle': '许可证',
  'about.licence': 'Keyveil 是自由软件：您可以按 MIT 许可证使用、修改和分享它。',
  'about.licenceText': '许可证全文',
  'about.licenceOf': '{{name}} 的许可证',
  'about.samplesTitle': '示例照片',
  'about.samples': '十二张以自由许可发布的照片；为 Keyveil 缩小了尺寸并去掉了元数据。',
  'about.samplesMore': '照片出处',
  'about.sample': '“{{title}}”，摄影：{{by}}，',
  'about.othersTitle': '用到的软件',
  'about.others_other': '这个应用包含他人编写的 {{n}} 个软件包。按一下即可阅读它的许可证。',
  'about.holds': '其中包含',
  'about.source': '源代码：{{source}}',
  'about.reading': '正在读取许可证…',
  'about.unread': '取不到许可证。请让本机连上网络后再打开一次，或者在网页所在的位置查看文件 {{file}}。',
} as const satisfies WithoutOne<typeof english>;
