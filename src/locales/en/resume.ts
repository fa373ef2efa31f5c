/** Going on after a reload; see ../en.ts. */
export const resume = {
  'resume.earlier': 'Go on where you were?',
  'resume.earlier.what_one': '{{n}} photo, {{protected}} of them protected, from {{when}}.',
  'resume.earlier.what_other': '{{n}} photos, {{protected}} of them protected, from {{when}}.',
  'resume.goOn': 'Go on',
  'resume.startOverFirst':
    'There are photos on this page already. To go on with the earlier ones, choose Start over in the menu first.',
  'resume.discard': 'Discard',
  'resume.discarded': 'The earlier work was removed from this browser.',
  'resume.missing_one': '{{n}} photo needs its file again. The browser does not keep your originals.',
  'resume.missing_other': '{{n}} photos need their files again. The browser does not keep your originals.',
  'resume.missing.how': 'Choose the same folder; every photo finds its place by itself.',
  'resume.otherTab':
    'Keyveil is at work in another tab too. That tab keeps its own photos; what you add here stays here.',
  'resume.otherKey':
    'This is another key than the one your finished photos were made with (fingerprint {{check}}). With it they count as out of date.',
  'resume.needKey': 'Type the key again: it is never kept.',
} as const;
