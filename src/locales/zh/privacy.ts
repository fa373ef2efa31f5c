import type { WithoutOne } from '../catalogue.ts';
import type { privacy as english } from '../en/privacy.ts';

/** “一切都留在本机”的说明，以及一段时间后忘掉密钥；see ../zh.ts. */
export const privacy = {
  'privacy.short':
    '一切都在这个浏览器里完成：照片进来，受保护的照片出去，什么都不会发往别处。您不必只听我们说，可以自己查验。',
  'privacy.rulesTitle': '这个页面可以做什么',
  'privacy.rules.own':
    '它只能从 {{host}} 载入自己的文件，不能从别处载入任何东西。这条规则随页面一起到来，由浏览器执行，页面自己无法收回。',
  'privacy.rules.workers': '在后台处理照片的部分受同一条规则约束。',
  'privacy.rules.code': '它不能提交表单，任何文字也不会变成程序，即使我们写错了也不会。',
  'privacy.try': '让它试着突破',
  'privacy.tryWhy':
    '页面和后台各自去读一个规则禁止的地址。这个地址就在浏览器内部，所以即使规则失效，也不会发出任何东西。',
  'privacy.trying': '正在尝试…',
  'privacy.tried.stopped': '页面和后台都被浏览器拦住了。',
  'privacy.tried.broken': '试验意外中断，什么也没有说明。请再试一次。',
  'privacy.tried.open': '浏览器没有拦住。请不要用这一份 Keyveil 处理重要的照片，换一个浏览器或网站。',
  'privacy.requestsTitle': '打开这个页面以来取过什么',
  'privacy.own_other': '本站的 {{n}} 个文件',
  'privacy.elsewhere_other': '发往其他地址的请求 {{n}} 次',
  'privacy.list': '是哪些',
  'privacy.background': '后台',
  'privacy.records':
    '这是浏览器自己的记录。其中看不到扩展程序、其他标签页和浏览器本身发出的请求，看不到被拦下的请求，也看不到供没有网络时使用的部分自己取的文件。除了扩展程序，其余都能在开发者工具里看到。',
  'privacy.checkTitle': '自己查验',
  'privacy.check.open':
    '打开开发者工具（F12，Mac 上按 ⌥⌘I），进入“网络”（Network），勾选“保留日志”（Preserve log）。',
  'privacy.check.work': '重新载入页面，把整件事做一遍：添加照片，输入密钥，保护，保存。',
  'privacy.check.look':
    '每一行都是 {{host}} 的文件，或者以“blob:”开头（浏览器内部的文件）。方法总是 GET，没有一行带“载荷”（Payload）。',
  'privacy.offTitle': '或者断开网络',
  'privacy.off':
    '关掉 Wi-Fi 和移动数据，或者拔掉网线，然后继续：添加照片，保护，保存。没有网络也能完成的事，不可能经网络发出什么。',
  'privacy.online': '浏览器说：现在有网络。',
  'privacy.offline': '浏览器说：现在没有网络。您现在做的一切肯定都留在本机。',
  'privacy.limitsTitle': '哪个页面都无法保证的事',
  'privacy.limits':
    '扩展程序能读到您打开的每个页面。恶意软件想读什么就读什么。管理 {{host}} 的人也可以换上另一个页面：README 里写着怎样把它的文件与源代码对照。如果不放心，请断开网络，在没有扩展程序的无痕窗口里操作。',

  'idle.setting': '没有人操作时忘掉私人密钥',
  'idle.minutes': '{{n}} 分钟',
  'idle.never': '从不',
  'idle.unsaved': '在这里生成的密钥，会保留到存下密钥文件为止，以免再也找不回来。',
  'idle.forgotten': '{{n}} 分钟没有人操作，密钥已经忘掉。照片和做好的结果都还在；要继续，请再输入一次密钥。',
} as const satisfies WithoutOne<typeof english>;
