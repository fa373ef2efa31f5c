import type { WithoutOne } from '../catalogue.ts';
import type { pageDialogs as english } from '../en/pageDialogs.ts';

/** Dialogs about the page itself: preferences, shortcuts, starting over; see ../zh.ts. */
export const pageDialogs = {
  'preferences.title': '偏好设置',
  'preferences.language': '语言（Language）',
  'preferences.language.system': '跟随浏览器',
  'preferences.theme': '主题',
  'preferences.engine': '由谁来计算',
  'preferences.engine.now': '{{engine}}。',
  'preferences.wipe': '保存之后，从浏览器里删除做好的照片',
  'preferences.oneKey': '单个按键在整个页面都有效：? 和贴标签的数字键',
  'preferences.kept': '偏好设置只存在这个浏览器里，其中绝不包含照片、标签和密钥。',

  'gesture.move': '在照片之间移动',
  'gesture.extend': '边移动边选择',
  'gesture.page': '上翻或下翻一屏',
  'gesture.ends': '第一张和最后一张照片',
  'gesture.toggle': '选中或不选这张照片',
  'gesture.band': '从照片之间的空白处拖动，可以框选多张',
  'gesture.digits': '按数字键，给选中的照片贴上对应的标签；0 是第十个',
  'gesture.type': '直接输入名称，给选中的照片贴标签',
  'gesture.drag': '把照片拖到标签上',
  'gesture.rename': '重命名标签',
  'gesture.removeLabel': '移除标签',
  'gesture.tabs': '在标签页之间切换',
  'gesture.closeOver': '关闭页面上方打开的内容',
  'gesture.nextPhoto': '放大查看时，上一张、下一张照片',
  'gesture.sizes': '放大查看时，显示全图或原始像素',
  'gesture.lookAround': '移动照片；按住 Shift 移得更远',
  'gesture.zoom': '放大和缩小',
  'gesture.wholePhoto': '显示整张照片',
  'gesture.holdOriginal': '按住时显示原片',
  'gesture.split': '焦点在分界线上时，移动分界线',

  'shortcuts.title': '键盘快捷键',
  'shortcuts.photos': '照片',
  'shortcuts.labels': '标签',
  'shortcuts.page': '页面',
  'shortcuts.look': '前后对比',
  'shortcuts.oneKey': '单个按键可以在偏好设置中关闭。',

  'startOver.title': '要重新开始吗？',
  'startOver.what_other':
    'Keyveil 会忘掉本页的 {{n}} 张照片以及标签和密钥，并清除它存在浏览器里的内容。您的原片仍在原处，不受影响。',
  'startOver.unsaved': '还有一部分成果没有保存，重新开始就会丢失。',
} as const satisfies WithoutOne<typeof english>;
