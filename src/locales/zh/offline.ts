import type { WithoutOne } from '../catalogue.ts';
import type { offline as english } from '../en/offline.ts';

/** Working without a network, new versions, and Keyveil as an app of its own; see ../zh.ts. */
export const offline = {
  'offline.title': '没有网络时',
  'offline.not-yet': 'Keyveil 还在取自己的文件。全部取齐之后，没有网络也能用。',
  'offline.ready': '没有网络也能用：Keyveil 的文件都已在这个浏览器里。',
  'offline.waits': '您的浏览器设成了节省流量，所以 Keyveil 用到文件时才去取。',
  'offline.prepare': '现在全部取来',
  'offline.not-possible.browser':
    '这个浏览器不让 Keyveil 保留自己的文件，许多无痕窗口都是这样。要打开它，就得有网络。',
  'offline.not-possible.address': '只有网址以 https 开头，浏览器才会保留应用供没有网络时使用。',
  'offline.not-possible.files':
    'Keyveil 的文件有一些取不到，或者取到的不对，所以还离不开网络。您下次来时会再试。',
  'offline.install': '安装 Keyveil',
  'offline.installWhy': '成为独立窗口的应用，可以从您的文件里直接打开照片和 zip。',

  'update.title': '有新版本了',
  'update.plain':
    '重新载入就能用上。不然，等 Keyveil 的标签页全部关闭后才会换新。“验证”和“追溯”算出的结果在重新载入后不再保留。',
  'update.kept':
    '重新载入就能用上。标签、设置和做好的照片都会保留，密钥不会：需要您再输入一次。“验证”和“追溯”算出的结果在重新载入后不再保留。',
  'update.lost': '这个浏览器在重新载入后什么都留不住。请先保存成果，再重新载入。',
  'update.reload': '重新载入',
  'update.later': '以后再说',
} as const satisfies WithoutOne<typeof english>;
