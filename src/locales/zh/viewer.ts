import type { WithoutOne } from '../catalogue.ts';
import type { viewer as english } from '../en/viewer.ts';

/** Texts of the large viewer, and of leaving photos out; see ../zh.ts. */
export const viewer = {
  'viewer.place': '{{at}} / {{count}}',
  'viewer.previous': '上一张',
  'viewer.next': '下一张',
  'viewer.film': '所有照片排成一行',
  'viewer.film.out': '{{name}}，不处理',
  'viewer.details': '详情',
  'leave.not.unlabelled': '还没有标签，所以这张照片不受保护。',
  'leave.not.before': '以前保护过：打开的凭证里列着它。',
  'command.leaveOut': '这次不处理',
  'command.takeBack': '放回来处理',
  'steps.title': '步骤',
  'steps.step.photos': '照片',
  'steps.step.look': '效果',
  'steps.step.key': '密钥',
  'steps.step.save': '保存',
  'steps.done': '{{step}}，已完成',
  'leave.out': '不处理这张',
  'leave.back': '放回来',
  'leave.backNamed': '放回来：{{name}}',
  'leave.allBack': '全部放回来',
  'leave.what': '这张照片不进压缩包，也不进凭证。',
  'leave.isOut': '不处理：它不在压缩包里，也不在凭证里。',
  'leave.title_other': '有 {{n}} 张照片不处理，不在压缩包里，也不在凭证里',
  'leave.warn': '未经保护请不要公开：同一标签里未保护的照片会削弱其他照片的保护。',
  'status.left-out': '不处理',
  'run.status.leftOut': '{{leftOut}} 张不处理。{{status}}',
  'say.leftOut_other': '{{n}} 张照片不处理了。',
  'say.takenBack_other': '{{n}} 张照片放回来了。',
} as const satisfies WithoutOne<typeof english>;
