import type { WithoutOne } from '../catalogue.ts';
import type { detector as english } from '../en/detector.ts';

/** “能被认出来吗？”，在即时检查下方；见 ../zh.ts。 */
export const detector = {
  'detector.title': '抓取者能认出来吗？',
  'detector.what':
    '收集照片的人也许想把受保护的照片挑出来。这里用当前选定的保护试一试，条件和陌生人一样：没有您的密钥，也没有原片。',
  'detector.run': '试一试',
  'detector.again': '再试一次',
  'detector.progress': '正在试抓取者能否认出',
  'detector.looking': '第 {{done}} / {{total}} 张照片：未保护的、修过的和受保护的',
  'detector.telling': '正在区分受保护的照片和未保护的照片…',

  'detector.chart': '抓取者能否认出',
  'detector.verdict.easily': '抓取者能把受保护的照片和未保护的照片区分开',
  'detector.verdict.partly': '抓取者能认出一部分受保护的照片',
  'detector.verdict.hardly': '抓取者几乎分不出受保护的照片和未保护的照片',
  'detector.verdict.unsure': '照片太少，说不准抓取者能否认出',
  'detector.figures':
    '两种照片各给一张，检测程序在 100 次里有 {{n}} 次挑中受保护的那张（{{range}}）。瞎猜是 50 次。',
  'detector.found':
    '如果容许它把 100 张未保护的照片中的 5 张误认为受保护的，它能找出 100 张受保护照片中的 {{found}} 张（{{range}}）。',
  'detector.meaning.easily':
    '容易认出的就能筛掉：抓取者可能把您的照片放到一边，那样谁也学不到它们；也可能在训练前专门处理这些照片。',
  'detector.meaning.partly': '用这种办法筛的人，要么漏掉很多您的照片，要么连带丢掉很多未保护的照片。',
  'detector.meaning.hardly':
    '用这种办法筛的人，丢掉的未保护照片和受保护照片差不多一样多。学过更多照片的检测程序也许能认出更多。',
  'detector.meaning.unsure': '照片和标签再多一些，就能下结论。',

  'detector.how.title': '是怎么试的',
  'detector.how.looks':
    '检测程序看不到照片里的内容。它得到的是粗细结构各有多强（频谱）、边缘有多陡，以及平均颜色和其中缓慢色彩波的强度。',
  'detector.how.apart':
    '每张照片都用不属于任何人的密钥保护两次：一份用来学，一份用来考。考的只是它没有学过的标签，所以标签和密钥它都没有见过。',
  'detector.how.alike':
    '所有照片，包括未保护的，都缩到不超过 224 px 并存成 JPEG，这样能透露信息的只有保护本身。检测程序也学过普通修图的样子：换白平衡、渐变着色、柔焦。',
  'detector.how.terms':
    '它是线性的（用 Ledoit–Wolf 收缩的判别分析）。第一个数字是 ROC 曲线下面积（AUC），95% 区间按 Newcombe 的方法计算；其余数字的区间按 Wilson 的方法。抓取者有更多照片可学时，认出的会更多。',

  'detector.photos': '照片',
  'detector.called': '被认作受保护的',
  'detector.auc': '与受保护的区分开',
  'detector.row.protected': '受保护的',
  'detector.row.clean': '未保护的',
  'detector.row.tinted': '未保护，换了白平衡',
  'detector.row.graduated': '未保护，渐变着色',
  'detector.row.soft-focus': '未保护，柔焦',
  'detector.left_other': '有 {{n}} 张照片没有看：随机抽取的 500 张已经足够。',
  'detector.basis': '{{photos}}，{{labels}}。',
} as const satisfies WithoutOne<typeof english>;
