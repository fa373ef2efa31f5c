/** Texts of the panel "Nothing leaves this device", and of the key that is forgotten after a while; see ../en.ts. */
export const privacy = {
  'privacy.short':
    'Everything is done in this browser: photos go in, protected photos come out, and nothing is sent anywhere. You need not take our word for it.',
  'privacy.rulesTitle': 'What this page may do',
  'privacy.rules.own':
    'It may load its own files from {{host}}, and nothing from anywhere else. The browser itself holds it to that, by a rule that the page brings along and cannot take back.',
  'privacy.rules.workers': 'The parts that work on your photos in the background stand under the same rule.',
  'privacy.rules.code':
    'It cannot send a form, and no text can turn into a program, not even through a fault of ours.',
  'privacy.try': 'Let it try to break out',
  'privacy.tryWhy':
    'Page and background each try to read an address that the rule forbids. It is one inside the browser, so nothing is sent even if the rule should fail.',
  'privacy.trying': 'Trying…',
  'privacy.tried.stopped': 'The browser stopped both, the page and the background.',
  'privacy.tried.broken': 'The try stopped unexpectedly, so it shows nothing. Try again.',
  'privacy.tried.open':
    'The browser did not stop it. Do not use this copy of Keyveil for photos that matter, and look for another browser or host.',
  'privacy.requestsTitle': 'What was asked for since this page was opened',
  'privacy.own_one': '{{n}} file of this site',
  'privacy.own_other': '{{n}} files of this site',
  'privacy.elsewhere_one': '{{n}} request to another address',
  'privacy.elsewhere_other': '{{n}} requests to other addresses',
  'privacy.list': 'Which ones',
  'privacy.background': 'in the background',
  'privacy.records':
    'These are the browser’s own records. They do not tell what extensions, other tabs or the browser itself send, requests that were stopped, and what the part for use without a network fetches by itself. The developer tools show all of that but the extensions.',
  'privacy.checkTitle': 'See for yourself',
  'privacy.check.open':
    'Open the developer tools (F12, or ⌥⌘I on a Mac), go to “Network” and tick “Preserve log”.',
  'privacy.check.work': 'Reload this page and do a whole job: add photos, type a key, protect, save.',
  'privacy.check.look':
    'Every line is a file of {{host}} or starts with “blob:” (a file inside the browser). The method is always GET, and no line has a “Payload”.',
  'privacy.offTitle': 'Or switch the network off',
  'privacy.off':
    'Turn off Wi-Fi and mobile data, or pull the cable, and go on: add photos, protect, save. What works without a network cannot send anything over it.',
  'privacy.online': 'The browser says: there is a network.',
  'privacy.offline':
    'The browser says: there is no network. Everything that you do now stays here for certain.',
  'privacy.limitsTitle': 'What no page can promise',
  'privacy.limits':
    'Extensions can read every page that you open. Malware reads what it likes. And whoever runs {{host}} could put another page here: the README tells how to compare its files with the sources. If in doubt, work without a network, in a private window without extensions.',

  'idle.setting': 'Forget the private key when nobody is there',
  'idle.minutes': '{{n}} minutes',
  'idle.never': 'Never',
  'idle.unsaved':
    'A key that was made here is kept until its key file is saved, so that it is not lost for good.',
  'idle.forgotten':
    'The key was forgotten, because nobody was here for {{n}} minutes. Photos and finished results are still here; type the key again to go on.',
} as const;
