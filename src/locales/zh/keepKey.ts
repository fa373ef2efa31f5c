import type { WithoutOne } from '../catalogue.ts';
import type { keepKey as english } from '../en/keepKey.ts';

/** Texts of the dialog `Keep your key`; see ../zh.ts. */
export const keepKey = {
  'keepKey.title': '保管密钥',
  'keepKey.what': '选一种或几种方式。没有密钥，以后谁也无法添加照片或追溯，我们更不行。',
  'keepKey.file': '存成文件',
  'keepKey.file.what': '和您的备份放在一起，不要和要上传的照片放在一起。',
  'keepKey.sheet': '印在纸上',
  'keepKey.sheet.what': '一张纸，上面有大字的密钥，还有手机能读的二维码。',
  'keepKey.sheet.print': '打印密钥单',
  'keepKey.manager': '存入密码管理器',
  'keepKey.manager.what': '浏览器会提议以下面的名称保存它。如果浏览器同步密码，密钥也会一起同步。',
  'keepKey.manager.name': '名称',
  'keepKey.manager.key': '密钥',
  'keepKey.manager.store': '交给密码管理器',
  'keepKey.manager.asked': '已请浏览器保存，请看看它是否存好了。',
  'keepKey.passkey': '留在本机，用通行密钥锁住',
  'keepKey.passkey.what':
    '密钥锁好后留在这个浏览器里，下次用您的指纹、面容或 PIN 打开。别的设备打不开，所以请再用另一种方式保存。',
  'keepKey.passkey.keep': '用通行密钥锁住',
  'keepKey.passkey.kept': '已锁在本机。',
  'keepKey.passkey.cancelled': '什么也没有保存。请再试一次，或选别的方式。',
  'keepKey.passkey.cannot': '这个通行密钥不能用来锁密钥。什么也没有保存，请选别的方式。',
  'keepKey.passkey.forget': '从本机删除',
  'keepKey.passkey.forgotten': '已删除。通行密钥本身可以在浏览器的设置里删除。',
  'keepKey.open': '用通行密钥打开',
  'keepKey.open.which': '打开“{{dataset}}”的密钥',
  'keepKey.open.cancelled': '密钥没有打开。请再试一次，或载入、输入密钥。',
  'keepKey.open.cannot': '这个通行密钥打不开那个密钥。请载入或输入密钥。',
  'keepKey.paper.title': 'Keyveil 密钥单',
  'keepKey.paper.private': '私密。谁有这张纸，就能去掉您照片的保护。',
  'keepKey.paper.code': '二维码形式的密钥文件',
  'keepKey.paper.how':
    '再次使用：照着这里一字不差地输入密钥和数据集名称。指纹相同就说明没有输错。也可以用手机读二维码，把读出的文字存成文件，再作为密钥文件载入。',
} as const satisfies WithoutOne<typeof english>;
