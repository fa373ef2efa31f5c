import type { WithoutOne } from '../catalogue.ts';
import type { traceModel as english } from '../en/traceModel.ts';

/** Under `Trace`: whether a model was trained on the photos; see ../zh.ts. */
export const traceModel = {
  'trace.view.model': '检验模型',

  'trace.commit': '照片上网时，请公布这一行',
  'trace.commit.what':
    '印记可以事后加到照片上，所以主张需要日期为证。请在照片上网的当天，把这一行发到公开的地方，或者给它加上时间戳。它不会泄露密钥，也不会泄露印记。',
  'trace.commit.unknown': '保存凭证，并在这里选择凭证文件，就能得到这一行。',
  'trace.commit.line': '要公布的一行',
  'trace.commit.copy': '复制',
  'trace.commit.copied': '已复制。',

  'trace.model.title': '这个模型是用我的照片训练的吗？',
  'trace.model.what':
    '从您受保护的照片学习的模型，会把每个标签的印记（色彩波和柔纱）当成标签。给它看加了那个印记的别的东西，它往往会说出那个标签。再给它看加了无人使用的印记的同样东西，就知道多少出于偶然。',
  'trace.model.checklist': '您需要准备',
  'trace.model.checklist.receipt': '照片的凭证',
  'trace.model.checklist.key': '与凭证相符的密钥',
  'trace.model.checklist.photos': '至少 50 张别的照片，用来提问',
  'trace.model.checklist.model': '模型的文件，或者它在别处给出的回答',
  'trace.model.checklist.there': '：已经有了',
  'trace.example.model': '手边什么都没有？试试现成的例子',
  'trace.example.model.what':
    'Keyveil 从自带的 {{photos}} 张示例照片里裁出 {{n}} 个方块，分给三个虚构的人，训练了两个小网络：一个看的是受保护的方块，另一个看的是同样的方块的原样。每个人分到的画面都一样，除了标记没有别的可学。真实的模型要学的东西更多，迹象会弱一些，甚至没有。用来提问的图片由 Keyveil 绘制；大约要一分钟。',
  'trace.example.model.protected': '问见过受保护方块的网络',
  'trace.example.model.clean': '问没见过的那一个',
  'trace.example.found': '用示例照片试试',
  'trace.example.found.what': '四张示例照片，像被人拿走后那样缩小并重新保存过。其中一张从未受保护。',
  'trace.example.key': '例子的密钥，并非秘密：“{{key}}”。不会用到您自己的密钥。',
  'trace.example.loading': '正在取来例子…',
  'trace.example.lost': '例子打不开。请再试一次。',
  'trace.model.step.make': '1. 制作探针图',
  'trace.model.step.make.what':
    '请给至少 50 张不属于您的标签的照片，越多越好：什么内容都行，越杂越好。它们会做成名称没有含义的小图片。',
  'trace.model.add': '选择制作探针图的照片…',
  'trace.model.input': '制作探针图的照片',
  'trace.model.folder': '选择文件夹…',
  'trace.model.folderInput': '制作探针图的照片文件夹',
  'trace.model.drop': '或者把照片、文件夹或 zip 拖到这里。',
  'trace.model.samples': '加入绘制的照片',
  'trace.model.samples.drawing': '正在绘制…',
  'trace.model.samples.help':
    '其中有 100 张是 Keyveil 画的图，共四种。变化更多的真实照片更能说明问题：这些图可以用来试试看，或者补足数量。',
  'trace.model.samples.lost': '绘制时意外中断。请再试一次，或者选择您自己的照片。',
  'trace.model.samples.failed': '这个浏览器画不出来。请选择您自己的照片。',
  'trace.model.photosEach': '每个标签的照片数',
  'trace.model.side': '探针图尺寸',
  'trace.model.shape': '探针图形状',
  'trace.model.shape.square': '取中间的正方形',
  'trace.model.shape.whole': '整张照片',
  'trace.model.px': '{{n}}\u00a0px',
  'trace.model.label': '要问的标签',
  'trace.model.label.all': '所有有照片的标签',
  'trace.model.need':
    '假如模型对加了自己印记的照片有 {{own}}% 说出那个标签，对加了别的印记的有 {{decoys}}%，要查出它，每个标签大约需要 {{n}} 张照片。',
  'trace.model.count_other': '一共是 {{n}} 张探针图。',
  'trace.model.make': '制作探针图',
  'trace.model.progress': '正在制作探针图',
  'trace.model.making': '第 {{done}} / {{total}} 张照片',
  'trace.model.failed': '探针图没有做成：浏览器中断了处理，可能是内存不够。请减少照片或标签再试。',
  'trace.model.tooMany': '那样会有 {{n}} 张探针图，浏览器容不下。请只选一个标签，或者减少照片。',
  'trace.model.tooFew_other': '这些照片中只有 {{n}} 张不属于标签“{{label}}”；至少需要 50 张。',
  'trace.model.refused': '用这份凭证做不了探针图：里面没有列出照片。请换一份凭证。',
  'trace.model.made_other': '{{n}} 张探针图做好了。',
  'trace.model.madeFailed_other': '有 {{n}} 张照片读不出来，没有用上。',
  'trace.model.saveZip': '保存探针图',
  'trace.model.saveSheet': '保存探针对照表',
  'trace.model.saveWhat':
    '把探针图一张张给模型看，记下它的回答。对照表说明哪张是哪张：拿到全部回答之前，请不要给别人看。',

  'trace.ask.step': '2. 问一个您有文件的模型',
  'trace.ask.what':
    '适用于 TensorFlow.js（model.json 及其权重）和 ONNX 的模型。就在这台设备上问，用的是上面选定的照片、标签和数量。其他模型请跳过这一步。',
  'trace.ask.choose': '选择模型的文件…',
  'trace.ask.input': '要问的模型',
  'trace.ask.none': '还没有。',
  'trace.ask.opening': '正在打开…',
  'trace.ask.names': '各类的名称，每行一个，按它的顺序',
  'trace.ask.names.help': '不写名称，各类就从 0 开始编号。',
  'trace.ask.ask': '开始问',
  'trace.ask.photos': '请先给出制作探针图的照片。',
  'trace.ask.progress': '正在问模型',
  'trace.ask.trouble.lost':
    '浏览器结束了运行模型的工作线程，可能是内存不够。请关闭其他标签页，并减少照片再问。',
  'trace.ask.trouble.nothing-read': '这些照片都读不出来。请换一些照片制作探针图。',

  'trace.model.step.back': '3. 把模型在别处的回答拿回来',
  'trace.model.step.back.what':
    '一个 CSV 文件，每张探针图一行：它的文件名，以及模型说出的标签，可以带分数，也可以不带。',
  'trace.model.back': '选择回答或对照表…',
  'trace.model.backInput': '回答和探针对照表',
  'trace.model.sheet': '对照表：{{labels}}，{{n}} 张探针图。',
  'trace.model.sheet.labels_other': '{{n}} 个标签',
  'trace.model.sheet.none': '还没有探针对照表：请制作探针图，或者选择当时一起保存的对照表。',
  'trace.model.trouble.sheet-not-ours':
    '这个 JSON 文件不是 Keyveil 的探针对照表。请选择用“保存探针对照表”存下的那个文件。',
  'trace.model.trouble.sheet-newer': '这份探针对照表是更新版本的 Keyveil 写的。请重新载入页面再试。',
  'trace.model.trouble.sheet-damaged': '这份探针对照表已损坏：有一部分缺失或被改过。请换一份副本。',
  'trace.model.trouble.other-receipt':
    '这份探针对照表属于另一份凭证，不是现在打开的这份。请打开那份凭证，或者换一份对照表。',
  'trace.model.trouble.answers-empty': '这个文件里什么也没有。请选择有回答的文件。',
  'trace.model.trouble.answers-no-probes':
    '这个文件里没有写到对照表中的任何探针图。每一行都要有探针图的文件名。',
  'trace.model.trouble.answers-no-labels':
    '这个文件里，探针图的名称旁边没有标签。每一行都要有模型说出的标签。',
  'trace.model.trouble.no-sheet': '回答要和对应的探针对照表一起用：请先选择对照表。',
  'trace.model.trouble.unreadable': '这个文件读不出来，可能被移动或删除了。请重新选择。',
  'trace.model.answers': '“{{name}}”：{{all}} 张探针图中有 {{n}} 张有回答。',
  'trace.model.answers.unknown_other': '有 {{n}} 行写的不是对照表里的探针图。',
  'trace.model.classes': '哪个回答对应哪个标签',
  'trace.model.class': '表示“{{label}}”的回答',
  'trace.model.class.none': '都不是',

  'trace.model.verdict': '这些回答说明什么',
  'trace.model.word.very-strong': '有非常强的迹象，表明这个模型学过您的照片。',
  'trace.model.word.strong': '有强迹象，表明这个模型学过您的照片。',
  'trace.model.word.weak': '迹象弱：偶然也会这样。请用更多照片或标签来问。',
  'trace.model.word.none': '没有迹象表明这个模型学过您的照片。',
  'trace.model.sign.very-strong': '迹象非常强',
  'trace.model.sign.strong': '迹象强',
  'trace.model.sign.weak': '迹象弱',
  'trace.model.sign.none': '没有迹象',
  'trace.model.paired.what':
    '逐张照片比较自己的印记与诱饵印记：p 为 {{p}}。也就是说，对您的印记没有偏好的模型，在它们之下说出标签的次数多出这么多，会有多常见。',
  'trace.model.rank.what':
    '在同样的照片上，印记与印记比较：您的排在第 {{rank}} 位，共 {{of}} 位；所有标签合在一起，p 为 {{p}}。也就是说，单凭偶然就排得这么靠前，会有多常见。两个 p 都要小才算数。',
  'trace.model.labels': '逐个标签',
  'trace.model.own': '自己的印记',
  'trace.model.decoys': '诱饵印记',
  'trace.model.plain': '不加印记',
  'trace.model.paired': '配对 p',
  'trace.model.rank': '名次',
  'trace.model.rankOf': '第 {{rank}} 位，共 {{of}} 位',
  'trace.model.said': '{{shown}} 中的 {{hits}}（{{n}}%）',
  'trace.model.p.least': '小于 0.0001',
  'trace.model.anyFilter':
    '只要加了这类印记，不管哪一个，模型都会对图片说“{{labels}}”。如果它只在那个标签的照片上见过这样的印记，就会这样，不管那些照片是谁的：是谁的，什么检验都说不出来。',
  'trace.model.limit.weak':
    '各列是模型说出那个标签的次数：加自己的印记、加诱饵印记、不加印记。配对 p 已按标签数作过校正（Holm）。',
  'trace.model.limit.none':
    '没有迹象，不等于模型没见过您的照片：它训练时可能针对这类印记采取了对抗手段，或者用的图片更小，或者只用了少数几张。',
  'trace.model.limit.else':
    '用加了您的印记的别人的照片训练出的模型，会显出同样的迹象；有人故意训练成这样的模型也会。',
  'trace.model.limit.who': '这不说明模型是谁训练的，也不说明照片从哪里来。',
  'trace.model.limit.date': '它的分量取决于凭证的日期：请事先公布那一行，并填在这里。',
  'trace.model.published': '凭证事先公布的内容',
  'trace.model.published.help': '粘贴那一行，或者含有它的文字。可选。',
  'trace.model.published.none': '没有填写。',
  'trace.model.published.same-file': '公布的正是这份凭证。',
  'trace.model.published.same-filters': '公布过这份凭证的印记；它的照片列表可能是后来重写的。',
  'trace.model.published.different': '公布的内容属于另一份凭证。',

  'verdictReport.title': '这个模型是用这些照片训练的吗？',
  'verdictReport.what':
    'Keyveil 在照片上网之前，给同一标签的所有照片加上同一个秘密的印记：淡淡的色彩波和柔和的滤镜。从这些照片学习的模型，看到加了那个印记的别的图片，也会说出那个标签。这里给模型看了加密钥持有人印记的图片、加无人使用的印记（诱饵印记）的图片，以及不加印记的图片。',
  'verdictReport.published': '事先公布',
  'verdictReport.probes': '探针图',
  'verdictReport.probes.how': '{{all}} 张中有 {{answered}} 张有回答，{{side}} px',
  'verdictReport.decoys': '诱饵印记',
  'verdictReport.decoys.how':
    '每个标签 {{decoys}} 个，在 {{photos}} 张照片上全部用上，其余照片每张用 {{each}} 个；由种子 {{seed}} 抽取',
} as const satisfies WithoutOne<typeof english>;
