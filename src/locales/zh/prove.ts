import type { WithoutOne } from '../catalogue.ts';
import type { prove as english } from '../en/prove.ts';

/** The tab `Prove`; see ../zh.ts. */
export const prove = {
  'prove.views': '“验证”的各个视图',
  'prove.view.check': '即时检查',
  'prove.view.backbone': '预训练网络',

  'prove.title': '诱饵比照片本身更容易学吗？',
  'prove.what':
    'Keyveil 在照片里藏了一个诱饵：同一标签的每张照片都带上同样的淡淡色彩；如果您选了更强的保护，还有同样的柔光。模型学会了诱饵，就学不到照片里的内容。这项检查用几秒钟，在您自己的照片上试一试：两者之中，诱饵是不是更容易学。',
  'prove.how.title': '检查是怎么做的',
  'prove.how.learner':
    '一个非常简单的学习程序先看五分之四的照片及其标签，再猜其余照片的标签；轮流进行，直到每张照片都被猜过一次。先用原片做一遍，再用受保护的照片做一遍。',
  'prove.how.features':
    '它看不到画面。它得到的要么是每张照片 36 个小格的平均颜色（偏色就在其中），要么是粗细结构各有多强，也就是频谱（柔纱就在其中）。它在原片上猜对的部分，就是照片单凭这些本来就会泄露的部分。',
  'prove.how.limit':
    '这只说明诱饵确实在那里，能被找到；真正的网络会怎样，训练实验室可以试。（学习程序是用 Ledoit–Wolf 收缩的线性判别分析；95% 区间按 Wilson 的方法计算。）',

  'prove.source.page_other': '本页有标签的 {{n}} 张照片',
  'prove.source.dropped_other': '“{{name}}”中有标签的 {{n}} 张照片',
  'prove.source.samples': '用 48 张画出来的图片试试',
  'prove.source.none': '本页还没有带标签的照片',
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
  'prove.need.photos':
    '还没有可检查的。请在“保护”里添加照片并贴上标签，或者在这里选一组照片，也可以用画出来的图片试试。',
  'prove.need.key': '请先在下方的栏里生成或输入私人密钥：诱饵由它而来。',
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
  'prove.verdict.easier': '诱饵比照片本身更容易学',
  'prove.verdict.not': '诱饵并不比照片本身更容易学',
  'prove.verdict.unsure': '照片太少，还不能确定',
  'prove.verdict.already': '这些照片本来就太容易分辨，这项检查判断不了',
  'prove.verdict.figures':
    '每 100 张受保护的照片，检查能给 {{protected}} 张标对标签（{{protectedRange}}）；每 100 张原片，标对 {{original}} 张（{{originalRange}}）。瞎猜能对 {{chance}} 张。',
  'prove.spoken': '{{sentence}}。{{figures}}',
  'prove.meaning.easier':
    '在{{where}}看得最清楚。用受保护的照片训练出来的模型，多半会去学诱饵，而不是照片里的内容。',
  'prove.meaning.not':
    '模型很可能会从这些照片里学到东西。请选更强的保护，或者到训练实验室看看真正的网络会学成什么样。',
  'prove.meaning.unsure': '照片这么少，诱饵即使在也可能找不到。每个标签有 20 张左右以后，这项检查就能判断。',
  'prove.meaning.already': '它连原片都分得出来，诱饵能增加的很少。训练实验室可以判断。',
  'prove.best.colours': '颜色里（缩小照片也不会改变）',
  'prove.best.structure': '{{size}} 照片的细节结构里',
  'prove.ofPhotos_other': '{{n}} 张照片',
  'prove.ofLabels_other': '{{n}} 个标签',
  'prove.basis': '{{photos}}，{{labels}}，共计算 {{seconds}} 秒。',
  'prove.left.labels': '照片不足五张，没有算进来：{{names}}。',
  'prove.left.photos_other': '有 {{n}} 张照片没有看：随机抽取 1,000 张就足够说明问题。',
  'prove.left.failed_other': '有 {{n}} 张照片读不出来或不足 32 像素。',

  'prove.chart': '凭颜色和细节结构，标签答对的比例',
  'prove.direction': '上面的条比下面的条长得越多，对您的保护越好。',
  'prove.colours': '颜色',
  'prove.colours.sizes': '任何尺寸都一样',
  'prove.structures': '细节结构，按别人训练时用的尺寸',
  'prove.structure': '细节结构，{{size}}',
  'prove.best': '最清楚',
  'prove.size': '{{n}}\u00a0px',
  'prove.size.ownShort': '原尺寸',
  'prove.size.own': '原尺寸，{{n}}\u00a0px',
  'prove.reading.column': '依据',
  'prove.original': '原片',
  'prove.protected': '受保护',
  'prove.chance': '瞎猜',
  'prove.percent': '{{n}}%',
  'prove.range': '{{low}} 到 {{high}}%',
  'prove.range.what': '括号里是真实比例所在的范围，置信度 95%。照片越多，范围越窄。',
  'prove.remark': '说明',
  'prove.lacks.cast': '这种保护没有偏色',
  'prove.lacks.veil': '这种保护没有柔纱',
  'prove.lacks.below': '小于柔纱尺寸',
  'prove.lacks.shrunk': '小于照片尺寸',
  'prove.lacks.veil.why': '这种保护只用颜色，所以细节结构里什么也看不出来；本来就该这样。',
  'prove.lacks.below.why':
    '灰色的尺寸小于柔纱尺寸 {{size}} px。照片缩到那么小，柔纱会失去一部分甚至全部；偏色仍在。在那么小的尺寸上训练，细节也会丢失。',
  'prove.lacks.shrunk.why':
    '灰色的尺寸小于照片。论文的滤镜落在相邻的像素上，缩小照片就会把它抹掉；“照片专用”的偏色和柔纱则能保留下来。',
  'prove.own.why':
    '在原尺寸下，大照片上的柔纱铺展在很多像素上，比这项检查所用的 32 像素窗口还宽。训练者会先把这样的照片缩小。',
  'prove.table': '用表格显示这些数字',
} as const satisfies WithoutOne<typeof english>;
