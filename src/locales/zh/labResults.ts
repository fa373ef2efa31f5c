import type { WithoutOne } from '../catalogue.ts';
import type { labResults as english } from '../en/labResults.ts';

/** What came of the training lab: tables, curves, verdicts, and saving them; see ../zh.ts. */
export const labResults = {
  'lab.range': '{{low}}–{{high}}%',
  'lab.sure': '95% 置信 {{range}}',
  'lab.sure.all': '按测试照片的数量，真实的数字 20 次里有 19 次落在：{{all}}。',
  'lab.spread': '{{n}} ± {{spread}}%（{{seeds}} 个种子）',
  'lab.spread.short': '{{n}} ± {{spread}}%',
  'lab.fewTests': '只有 {{n}} 张测试照片：不到 100 张看不出多少。',
  'lab.tested.small': '缩小实验',
  'lab.tested.real': '原尺寸的所选设置',
  'lab.other.real': '再用所选的设置按原尺寸测试',
  'lab.other.small': '再做缩小实验',
  'lab.repeats': '重复次数',
  'lab.repeats.help': '每个模型训练这么多次，种子为 1、2……，并说明结果相差多少。',
  'lab.seed.of': '种子 {{seed}}',
  'lab.table.run': '跑完整张表',
  'lab.table.about': '未保护、轻、标准和强，对上十种训练方式。可以随时停下，以后接着跑。',
  'lab.table.aboutTime': '未保护、轻、标准和强，对上十种训练方式：{{time}}。可以随时停下，以后接着跑。',
  'lab.table.added': '整张表已加入队列。',
  'lab.table.title': '表 {{n}}',
  'lab.table.progress': '整张表',
  'lab.table.done': '完成 {{done}} 格，共 {{of}} 格',
  'lab.table.goOn': '接着跑这张表',
  'lab.table.cells': '表格内容',
  'lab.table.what':
    '这样训练出来的网络对未保护的测试照片答对多少；越低，保护越好。后面是换成别的照片时可能落在哪里。',
  'lab.table.seeds_other': '{{n}} 个种子',
  'lab.table.none': '–',
  'lab.table.worst': '最坏的对抗手段',
  'lab.table.mean': '对抗手段的平均',
  'lab.table.notRun': '不在表里的：用扩散模型净化，那需要一个训练好的扩散模型；对抗训练，要花十倍的时间。',
  'lab.table.left': '{{column}} {{value}}',
  'lab.table.verdict.plain': '普通训练对未保护的照片答对：不加保护 {{clean}}，加保护后 {{left}}。',
  'lab.table.verdict.plainAlone': '普通训练对未保护的照片答对：{{left}}。',
  'lab.table.verdict.worst': '想办法对抗的人最多得到：{{left}}。',
  'lab.column.clean': '未保护',
  'lab.column.light': '轻',
  'lab.column.standard': '标准',
  'lab.column.strong': '强',
  'lab.series.castVeil': '偏色强度 {{level}}，柔纱 {{size}} px，强度 {{strength}}',

  'lab.curve.test': '对未保护的测试照片答错：越高，保护越好',
  'lab.curve.train': '对学过的照片答对',
  'lab.curve.loss': '损失：学习时错得有多厉害',
  'lab.curve.chance': '瞎猜',
  'lab.curve.epoch': '轮',
  'lab.curve.said': '{{name}}。{{runs}}',
  'lab.curve.run': '{{kind}}：{{epochs}}之后 {{value}}',
  'lab.curve.nothing': '还没有数据',
  'lab.curve.table': '用表格显示曲线',
  'lab.column.loss': '{{kind}}：损失',
  'lab.column.train': '{{kind}}：训练中答对',
  'lab.column.test': '{{kind}}：对未保护的测试照片答错',
  'lab.percent': '{{n}}%',

  'lab.verdict.strong':
    '用您受保护的照片训练出的模型，对未保护的照片答对 {{protected}}%；用未保护的照片训练，则为 {{clean}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.part':
    '保护只拿走了一部分：用您受保护的照片训练出的模型，对未保护的照片答对 {{protected}}%；用未保护的照片训练，则为 {{clean}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.none':
    '这次保护没有挡住：用您受保护的照片训练出的模型，对未保护的照片答对 {{protected}}%；用未保护的照片训练，则为 {{clean}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.unlearnt':
    '这还说明不了什么：就连从未保护的照片里，模型学到的也不比碰运气多（答对 {{clean}}%，瞎猜是 {{chance}}%；从受保护的照片学到 {{protected}}%）。需要更多照片或更多轮数。',
  'lab.verdict.only':
    '保护 {{names}} 之后训练出的模型，对它们未保护的照片答对 {{protected}}%；只用未保护的照片训练，则为 {{clean}}%。',
  'lab.verdict.share': '只有 {{n}}% 的照片受了保护。',
  'lab.verdict.one.clean': '用未保护的照片训练出的模型，答对 {{value}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.one.protected':
    '用您受保护的照片训练出的模型，对未保护的照片答对 {{value}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.one.common':
    '用所有标签共用的一个滤镜训练出的模型，对未保护的照片答对 {{value}}%；瞎猜是 {{chance}}%。',
  'lab.verdict.common.well':
    '所有标签共用一个滤镜时为 {{common}}%：模糊本身影响不大，起保护作用的是滤镜之间的差别。',
  'lab.verdict.common.badly': '所有标签共用一个滤镜时为 {{common}}%：有一部分损失来自模糊本身。',
  'lab.verdict.common.plain': '所有标签共用一个滤镜时为 {{common}}%。',
  'lab.ended': '训练结束。{{verdict}}',
  'lab.runEnded': '{{kind}}：{{state}}。',
  'lab.endedBadly': '训练结束。{{state}}',
  'lab.stale': '之后照片、标签、密钥或保护设置有了变化。这些结果说的是当时的情况；要看现在的，请再训练一次。',

  'lab.limit':
    '这是用少量照片做的小实验：单次结果的误差约为 4 个百分点，换别的模型、别的照片，结果会不同，一切都不作保证。如果模型只用照片不足 50 张的标签来训练，保护效果会差一些。',
  'lab.backend': '用 {{backend}} 训练，它在这里试过的几种里最快。小型 CNN 的一步用时：{{trials}}。',
  'lab.backend.only': '用 {{backend}} 训练，这里只有它能训练。小型 CNN 的一步用时：{{trials}}。',
  'lab.backend.unmeasured': '用 {{backend}} 训练。',
  'lab.backend.trial': '{{backend}} {{ms}}\u00a0ms',
  'lab.backend.cannot': '{{backend}} 在这里无法训练',
  'lab.backend.wasm': 'WebAssembly',
  'lab.backend.cpu': '普通 JavaScript',
  'lab.backend.webgl': 'WebGL',
  'lab.backend.webgpu': 'WebGPU',

  'lab.recall': '逐个标签答错的比例',
  'lab.recall.what': '每个标签未保护的测试照片中，模型答错多少。受保护模型的条比另一条长得越多越好。',
  'lab.recall.table': '用表格逐个标签显示',
  'lab.label': '标签',
  'lab.tests': '测试照片',
  'lab.controls': '模型看的是照片，还是滤镜？',
  'lab.controls.which': '训练模型所用',
  'lab.control.own': '未保护的测试照片，加上自己标签的滤镜：答对 {{n}}%。',
  'lab.control.other':
    '同样的照片，加上别的标签的滤镜：答对 {{n}}%，而有 {{taken}}% 被认成滤镜所属的那个标签。',
  'lab.control.means.reads': '模型认的是滤镜，不大理会照片的内容。保护正是靠这一点。',
  'lab.control.means.mixed': '模型一部分看滤镜，一部分看照片。',
  'lab.control.means.unlearnt': '模型学到的太少，无从判断。',
  'lab.control.means.photo': '模型看的是照片，不是滤镜。',
  'lab.confusion': '模型的回答',
  'lab.confusion.what':
    '每一行是正确的标签，每一列是模型对未保护的测试照片的回答。数字是照片张数，带框的是答对的。',
  'lab.confusion.right': '正确的标签',
  'lab.model.parameters': '{{model}}，{{n}} 个权重，训练了{{time}}。',

  'lab.save': '保存报告',
  'lab.save.html': '网页（HTML）',
  'lab.save.csv': '结果（CSV）',
  'lab.save.epochs': '曲线（CSV）',
  'lab.save.json': '数据（JSON）',
  'lab.save.later': '有训练任务结束后就可以保存。',
  'lab.save.help':
    '含有全部设置、种子和数字，别人可以照着重复。里面有您的标签名称，但没有照片、文件名和密钥。',
} as const satisfies WithoutOne<typeof english>;
