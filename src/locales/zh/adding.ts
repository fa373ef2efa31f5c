import type { WithoutOne } from '../catalogue.ts';
import type { adding as english } from '../en/adding.ts';

/** Texts of the page before there are photos, and of what came of adding some; see ../zh.ts. */
export const adding = {
  'intake.addPhotos': '添加照片',
  'intake.addFolder': '添加文件夹',
  'intake.letGo': '松手即可添加；放在标签上，就会贴上那个标签。',
  'intake.looking': '正在查看您添加的内容…',
  'intake.reading_other': '已读取 {{read}} / {{n}} 个文件',
  'intake.readingName': '正在读取照片',
  'intake.refound_other': '{{n}} 张照片重新找到了文件。',
  'intake.addedNone': '没有添加照片。',
  'intake.foundNone': '里面没有找到照片。',
  'intake.added_other': '已添加 {{n}} 张照片。',
  'intake.leftOut_other': '有 {{n}} 个文件没有收进来。',
  'empty.title': '让照片难以被机器学会',
  'empty.what':
    '上传之前，Keyveil 给照片蒙上一层您独有的淡淡纹理。人看到的仍是照片；用它训练的识别程序，学到的却是纹理。',
  'empty.hint': '也可以把照片、文件夹或 zip 拖到页面上任何地方。',
  'empty.samples': '用示例照片试试',
  'empty.limits': '它让滥用变得更难，但不是保证。',
  'reach.for': '能对付',
  'reach.for.what': '有人用这些照片训练识别程序：这是谁，或是什么？',
  'reach.not': '不适用于',
  'reach.not.generators': '图片生成和模仿画风（可用 Glaze 或 Nightshade）',
  'reach.not.search': '人脸搜索',
  'reach.not.online': '已经在网上的照片',
} as const satisfies WithoutOne<typeof english>;
