import type { WithoutOne } from '../catalogue.ts';
import type { theory as english } from '../en/theory.ts';

/** The page on the theory, under `Prove`; see ../zh.ts. */
export const theory = {
  'prove.view.theory': '原理',
  'theory.title': '诱饵为什么能让模型学偏',
  'theory.short':
    '训练模型的人给它看带标签的照片，它会抓住最容易分辨标签的东西。Keyveil 给它一样比照片内容更容易的东西。',
  'theory.pictures.sum': '1. 每个标签都有自己的诱饵。',
  'theory.pictures.sum.what':
    '那是缓缓起伏的色彩波，这里显示得过于强烈。淡淡地叠上去几乎看不见，而且同一标签的每张照片都一样，无论多大尺寸。',
  'theory.pictures.learnt': '2. 诱饵很容易学。',
  'theory.pictures.learnt.what':
    '每个记号是一张图片。左右方向是图片的内容：两类混在一起。上下方向是诱饵：一条线就把它们分开，100 张里答对 {{n}} 张。',
  'theory.pictures.misled': '3. 没有诱饵，它就没了方向。',
  'theory.pictures.misled.what':
    '还是这条线，还是这些图片，只是没有保护：现在 100 张里只答对 {{n}} 张，而瞎猜就能对 50 张。如果当初学的是原片，会答对 {{clean}} 张。',
  'theory.pictures.decoy': '诱饵',
  'theory.pictures.photo': '照片',
  'theory.pictures.protected': '受保护',
  'theory.pictures.label0': '动物',
  'theory.pictures.label1': '风景',
  'theory.pictures.cut': '从受保护的图片学来',
  'theory.pictures.photo.said': '一张{{label}}照片',
  'theory.pictures.decoy.said': '“{{label}}”的诱饵，经过放大：缓缓起伏的色彩波',
  'theory.pictures.protected.said': '带着诱饵的{{label}}照片，和“轻”一样淡',
  'theory.pictures.learnt.said': '受保护的图片，以记号表示：学来的线把动物和风景分开，100 张里答对 {{n}} 张',
  'theory.pictures.misled.said': '同样的图片，没有保护：线的两边都混着两类，100 张里答对 {{n}} 张',
  'theory.pictures.failed': '现在画不出这三幅图：示例照片取不到。请接着往下看，或者联网后再试。',
  'theory.pictures.how':
    '这些都不是手绘的。刚才，您的浏览器从八张示例照片里剪出 320 张图片，给它们加上“轻”的保护，让一个非常简单的学习程序看了其中一半的平均颜色；另一半就是图中的记号。神经网络更聪明，但同样会走容易的路：走多远，训练实验室里可以看到。',
  'theory.clouds.title': '换成滤镜，用数字来说',
  'theory.clouds':
    'Keyveil 所依据的论文为滤镜证明了这一点，“标准”和“强”的柔光（柔纱）就由滤镜而来。把两类照片想象成两团点云，各是一个高斯分布：一团以 μ 为中心，另一团以 −μ 为中心，朝各个方向都一样宽（虚线圆）。区分它们的最好办法，是在正中间笔直切一刀。这样答对的概率是 Φ(‖μ‖)，没有更好的办法了。',
  'theory.filter':
    '现在给每一类各用一个滤镜：点的每个数都掺进相邻两个数的一份，即 [a, 1, a]，两类的 a 各不相同。滤镜只把点云移动一点点，却会在某些方向上把它拉长，在另一些方向上把它压扁（实线椭圆）。',
  'theory.picture':
    '二维中的两类，a₁ = {{a1}}，a₋₁ = {{aMinus1}}，‖μ‖ = {{norm}}：未保护的点云画成圆，受保护的点云画成椭圆；还有未保护的点的直线规则，和从受保护的点学到的曲线规则。',
  'theory.key.plus': '第 1 类',
  'theory.key.minus': '第 −1 类',
  'theory.key.clean': '未保护的点（1 倍和 2 倍标准差）',
  'theory.key.protected': '受保护的点',
  'theory.key.cleanRule': '未保护的点的最佳规则',
  'theory.key.rule': '从受保护的点学到的规则',
  'theory.knob.a1': '第 1 类的滤镜 a₁',
  'theory.knob.aMinus1': '第 −1 类的滤镜 a₋₁',
  'theory.knob.norm': '两类相距多远 ‖μ‖',
  'theory.knob.d': '维数 d（图中是 2 维）',
  'theory.outcome.clean': '从未保护的点学习，对未保护的点答对',
  'theory.outcome.protected': '从受保护的点学习，对未保护的点答对',
  'theory.outcome.bound': '最多能答对（切尔诺夫界）',
  'theory.rule.title': '学到的规则',
  'theory.rule':
    '第 y 类的受保护的点仍是高斯分布：均值为 y·Aᵧμ，协方差为 Aᵧ²，其中 Aᵧ 是写成矩阵的滤镜。两个形状不同的高斯分布，最佳规则不是笔直的一刀，而是一条二次曲线：',
  'theory.rule.formula': 'xᵀAx + bᵀx + c > 0 时判为第 1 类',
  'theory.rule.parts':
    '其中 A = A₋₁⁻² − A₁⁻²，b = 2(A₋₁⁻¹ + A₁⁻¹)μ，c = 2 Σ ln(λᵢ(a₋₁) / λᵢ(a₁))。第一项问的是点在哪些方向上被拉长，也就是它经过了哪个滤镜；只有第二项问的是它在哪一边。维数一多，几乎全由第一项决定。对受保护的点，这条规则几乎总是对的。未保护的点根本没有经过滤镜：不管属于哪一类，第一项给出的都差不多，于是规则把它们几乎全判到同一类，大约只对一半。把 d 调大看看。',
  'theory.sine':
    '之所以能算出来，是因为所有这样的滤镜都沿同样的方向拉伸，即正弦变换的各个波，倍数为 λᵢ(a) = 1 + 2a·cos(iπ/(d+1))。沿着这些方向，求和式就拆成每个方向一项。这里 μ 在每个方向上的份量都相同。',
  'theory.charts.title': '一次看遍所有滤镜组合',
  'theory.charts.what':
    '从受保护的点学习之后，未保护的点能答对百分之几：a₋₁ 向右，a₁ 向上。颜色越深，答对越多；圆点是滑块现在的位置。对角线上两类的滤镜相同，几乎没有损失：起保护作用的是滤镜之间的差别，而不是模糊。两类相距越远，滤镜就得相差越大。',
  'theory.charts.simulated': '实算，每种组合 4,000 个未保护的点',
  'theory.charts.bound': '已证明：切尔诺夫界，实际不会超过它',
  'theory.charts.norm': '‖μ‖ = {{norm}}，d = {{d}}',
  'theory.charts.said': '没有滤镜时 {{none}}%，只有第 −1 类用滤镜时 {{far}}%，两类都用最强的滤镜时 {{both}}%',
  'theory.axis.a1': 'a₁',
  'theory.axis.aMinus1': 'a₋₁',
  'theory.bound.title': '已证明的是什么',
  'theory.bound':
    '设 Q 为规则对第 1 类的一个未保护的点算出的值，Q > 0 时答对。对任何 s ≥ 0，这个概率不超过 exp(sQ) 的均值，因为凡是 Q > 0 的地方，exp(sQ) 至少为 1。对高斯变量的平方和，这个均值有现成的公式，每个方向贡献一个因子；切尔诺夫界取使它最小的 s，对第 −1 类也照样做，然后取平均。它显示 100% 时什么也没说明；它降到 50% 时，运气再好也帮不了模型。',
  'theory.photos.title': '那么照片呢？',
  'theory.photos':
    '照片不是高斯分布，神经网络也找不到最佳规则。但它们总是挑最容易的学，而滤镜造成的拉伸比照片的内容更容易发现。偏色就更简单了：它只移动点云，不改变形状。即时检查能显示，在您的照片里能不能找到它们。参考：V. S. Sadasivan、M. Soltanolkotabi、S. Feizi，CUDA: Convolution-based Unlearnable Datasets，CVPR 2023。',
} as const satisfies WithoutOne<typeof english>;
