import type { WithoutOne } from '../catalogue.ts';
import type { run as english } from '../en/run.ts';

/** Texts of a run and of what it made; see ../zh.ts. */
export const run = {
  'run.protect': '保护照片',
  'run.protect.count': '保护 {{n}} 张照片',
  'run.started_other': '开始保护 {{n}} 张照片。',
  'run.notify': '我不在看这一页时，做完了请通知我',
  'run.notify.done': '{{total}} 张照片中已保护 {{done}} 张。',
  'run.why.no-photos': '请先添加照片。',
  'run.why.no-labels': '请先给照片贴上标签。',
  'run.why.no-files': '请重新添加同样的文件；现在只剩文件名了。',
  'run.why.no-key': '请先输入或生成密钥。',
  'run.why.weak-key': '密钥太弱。请换一个，或在照片下方确认要用它。',
  'run.why.deriving': '正在计算密钥…',
  'run.why.nothing-to-do': '全部都是最新的。',
  'run.why.only-failed': '只剩下失败的照片了。',
  'run.unlabelled_other': '有 {{n}} 张没有标签的照片不受保护。',
  'run.status': '{{total}} 张照片中已保护 {{done}} 张',
  'run.status.failed': '{{status}}，{{failed}} 张失败',
  'run.status.finished': '完成。{{status}}',
  'run.status.cancelled': '已停止。{{status}}',
  'run.progress.count': '{{done}} / {{total}}',
  'run.progress.title': '{{progress}} · {{title}}',
} as const satisfies WithoutOne<typeof english>;
