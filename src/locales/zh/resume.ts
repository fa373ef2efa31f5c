import type { WithoutOne } from '../catalogue.ts';
import type { resume as english } from '../en/resume.ts';

/** Going on after a reload; see ../zh.ts. */
export const resume = {
  'resume.earlier': '要接着上次继续吗？',
  'resume.earlier.what_other': '{{n}} 张照片，其中 {{protected}} 张已保护，时间是 {{when}}。',
  'resume.goOn': '继续',
  'resume.startOverFirst': '这个页面上已经有照片了。要接着处理上次的照片，请先在菜单里选“重新开始”。',
  'resume.discard': '丢弃',
  'resume.discarded': '上次的内容已从浏览器里删除。',
  'resume.missing_other': '有 {{n}} 张照片需要重新提供文件。浏览器不会保留您的原片。',
  'resume.missing.how': '请选择同一个文件夹；每张照片都会自己归位。',
  'resume.otherTab': '另一个标签页里也开着 Keyveil。那边的照片归那边，这里添加的只留在这里。',
  'resume.otherKey':
    '这个密钥和做好这些照片时用的不是同一个（那时的指纹是 {{check}}）。用这个密钥，它们就算过期了。',
  'resume.needKey': '请重新输入密钥：我们从不保存它。',
} as const satisfies WithoutOne<typeof english>;
