import type { WithoutOne } from '../catalogue.ts';
import type { receiptBar as english } from '../en/receiptBar.ts';

/** Texts of a receipt that is open, of saving to a folder, and of room on the disk; see ../zh.ts. */
export const receiptBar = {
  'receipt.adding': '正在往“{{dataset}}”里添加',
  'receipt.holds_other': '{{labels}}里有 {{n}} 张照片已经保护过。',
  'receipt.labels_other': '{{n}} 个标签',
  'receipt.close': '关闭凭证',
  'receipt.closeWhy': '之后的新照片会另立一份凭证。',
  'receipt.standing.no-key': '请输入当时保护它们的密钥，然后添加新照片。',
  'receipt.standing.checking': '正在核对密钥…',
  'receipt.standing.other-key':
    '这个密钥和制作凭证时用的不是同一个。新照片会得到别的滤镜，所以在密钥正确或凭证关闭之前，什么都不会保护。',
  'receipt.standing.changed':
    '密钥是对的，但凭证在制成之后被改过：它的标签或设置得不出它所担保的滤镜。请打开一份没有改过的副本，或者关闭它。',
  'receipt.standing.right': '密钥正确。新照片会得到同样的滤镜。',
  'receipt.before_other': '这里有 {{n}} 张照片以前保护过，不再重复保护。',
  'receipt.onlyNew': '只有新照片；凭证里新旧都有。',
  'receipt.closed': '凭证已关闭。',
  'receipt.trouble.not-a-receipt': '“{{name}}”不是 Keyveil 的凭证。凭证的文件名以 .keyveil.json 结尾。',
  'receipt.trouble.newer': '“{{name}}”是更新版本的 Keyveil 制作的。请用那个版本打开。',
  'receipt.trouble.damaged': '“{{name}}”是凭证，但已损坏。请找另一份副本。',
  'receipt.trouble.unreadable': '“{{name}}”读不出来。它还在原来的位置吗？',
  'receipt.trouble.running': '“{{name}}”没有打开，因为正在保护照片。请等做完再打开。',
  'receipt.trouble.work-here':
    '“{{name}}”没有打开，因为本页已有保护好的照片。请先保存它们，重新开始，再打开它。',

  'folder.save': '存到文件夹',
  'folder.what': '同样的照片，存成一个个文件。如果文件夹不是空的，会在里面新建一个。',

  'space.title': '空间可能不够。',
  'space.what_other': '保护 {{n}} 张照片可能要用 {{needed}}，而浏览器只剩 {{free}}：还差 {{missing}}。',
  'space.how':
    '请在设备上腾出一些空间，或者分几次保护：先从列表里移除一些，保存做好的，再打开它的凭证添加其余的。',
  'space.anyway': '仍然保护',
  'space.full': '磁盘已满，保护已经停下。',
  'space.full.how_other':
    '做好的都已保留，还有 {{n}} 张照片在等。请腾出一些空间，或者先保存、再重新开始处理其余的；然后再按一次“保护”。',

  'leftOut.already-protected': '已经保护过：是凭证里列出的照片之一',
  'status.before': '以前保护过',
} as const satisfies WithoutOne<typeof english>;
