import type { WithoutOne } from '../catalogue.ts';
import type { prove as english } from '../en/prove.ts';

/** The tab `Prove`; see ../zh.ts. */
export const prove = {
  'prove.views': '“验证”的各个视图',
  'prove.view.check': '即时检查',

  'prove.title': '模型能凭滤镜分辨您的标签吗？',
  'prove.what':
    'Keyveil 的保护办法，是给模型一样比照片内容更容易学的东西：每个标签的滤镜。这项检查就是寻找这条捷径。它不看形状，也不看颜色，只看每张照片粗细结构的强弱（即频谱），从五分之四的照片中学习，再猜其余照片的标签。',

  'prove.source.page_other': '本页有标签的 {{n}} 张照片',
  'prove.source.dropped_other': '“{{name}}”中有标签的 {{n}} 张照片',
  'prove.source.samples': '用 48 张画出来的图片试试',
  'prove.source.usePage': '改用本页的照片',
  'prove.source.other': '换一组照片：',
  'prove.source.folder': '选择文件夹…',
  'prove.source.zip': '选择 zip…',
  'prove.source.folderInput': '要检查的文件夹',
  'prove.source.zipInput': '要检查的 zip',
  'prove.source.drop': '或者拖到这里。其中的文件夹就是标签；不会往您的照片里添加任何东西。',
  'prove.source.nothing': '“{{name}}”里没有找到带标签的照片。请把照片按标签分别放在各自的文件夹里。',
  'prove.reading': '正在读取：{{read}} / {{found}} 个文件',

  'prove.run': '立即检查',
  'prove.again': '再次检查',
  'prove.need.photos': '还没有可检查的：请在“保护”里添加照片并贴上标签，或者在这里选一组照片。',
  'prove.need.key': '请先输入或生成私人密钥：滤镜由它而来。',
  'prove.need.deriving': '正在计算密钥…',
  'prove.need.labels_other':
    '检查需要两个标签，每个至少五张照片，这样才能用一部分学习、用另一部分测试。目前有 {{n}} 个标签够数。',
  'prove.progress': '正在检查',
  'prove.looking': '第 {{done}} / {{total}} 张照片：保护前后',
  'prove.telling': '正在分辨标签：{{done}} / {{total}}',
  'prove.starting': '正在启动…',
  'prove.failed.worker-lost':
    '检查中断了：浏览器结束了它的工作线程，可能是内存不够。其他都没有受影响。请关闭其他标签页，再检查一次。',
  'prove.failed.too-few_other': '有 {{n}} 张照片读不出来或不足 32 像素；剩下的太少了。请再添加一些。',

  'prove.stale': '这是之前算出来的，后来照片、标签、密钥或设置有了变化。',
  'prove.verdict.strong':
    '模型单凭滤镜就能分辨您的标签：{{protected}}% 的情况下都对。用同样的办法看未保护的照片：{{original}}%。',
  'prove.verdict.weak':
    '这里的滤镜露出的线索很少：模型凭它们分辨标签，答对 {{protected}}%；看未保护的照片，答对 {{original}}%。照片这么少，或者照片小于柔纱尺寸，这条捷径可能很难找到。',
  'prove.verdict.already':
    '这项检查在这里判断不了：各标签照片的细节差别太大，模型不看滤镜也能分辨，未保护时答对 {{original}}%，受保护时答对 {{protected}}%。训练实验室可以判断。',
  'prove.verdict.at': '训练尺寸为 {{size}}。如果总是答最常见的标签，会答对 {{chance}}%。',
  'prove.verdict.limit': '这只说明捷径确实存在，不能说明某个训练者会得到什么结果。',
  'prove.ofPhotos_other': '{{n}} 张照片',
  'prove.ofLabels_other': '{{n}} 个标签',
  'prove.basis': '{{photos}}，{{labels}}。频谱和统计共用了 {{seconds}} 秒的计算时间。',
  'prove.left.labels': '照片不足五张，没有算进来：{{names}}。',
  'prove.left.photos_other': '有 {{n}} 张照片没有看：随机抽取 1,000 张就足够说明问题。',
  'prove.left.failed_other': '有 {{n}} 张照片读不出来或不足 32 像素。',

  'prove.chart': '各训练尺寸下，标签答对的比例',
  'prove.size': '{{n}}\u00a0px',
  'prove.size.ownShort': '原尺寸',
  'prove.size.own': '原尺寸，{{n}}\u00a0px',
  'prove.size.column': '训练尺寸',
  'prove.original': '原片',
  'prove.protected': '受保护',
  'prove.chance': '瞎猜',
  'prove.percent': '{{n}}%',
  'prove.range': '{{low}} 到 {{high}}%',
  'prove.remark': '说明',
  'prove.below': '小于柔纱尺寸',
  'prove.below.cuda': '小于照片尺寸',
  'prove.below.why':
    '灰色的尺寸小于柔纱尺寸 {{size}} px。照片缩到那么小，柔纱会失去一部分甚至全部：缩到柔纱尺寸的一半时只有部分保护，四分之一时没有保护。在那么小的尺寸上训练，细节也会丢失。',
  'prove.below.why.cuda':
    '灰色的尺寸小于照片。论文的滤镜落在相邻的像素上，缩小照片就会把它抹掉；“照片专用”的柔纱则能保留下来。',
  'prove.own.why':
    '在原尺寸下，大照片上的柔纱铺展在很多像素上，比这项检查所用的 32 像素窗口还宽。训练者会先把这样的照片缩小。',
  'prove.table': '用表格显示这些数字',
} as const satisfies WithoutOne<typeof english>;
