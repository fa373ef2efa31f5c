/** Working without a network, new versions, and Keyveil as an app of its own; see ../offline.ts. */
export const offline = {
  'offline.title': 'Without a network',
  'offline.not-yet':
    'Keyveil is still fetching its own files. Once all are here, it works without a network too.',
  'offline.ready': 'Keyveil works without a network: all of its files are in this browser.',
  'offline.waits': 'Your browser is set to save data, so Keyveil fetches its files only as you need them.',
  'offline.prepare': 'Fetch all now',
  'offline.not-possible.browser':
    'This browser does not let Keyveil keep its files, as in many private windows. To open it you need the network.',
  'offline.not-possible.address':
    'Browsers keep an app for use without a network only if its address begins with https.',
  'offline.not-possible.files':
    'Some of Keyveil’s files could not be fetched, or were not the right ones, so it needs the network. It tries again on your next visit.',
  'offline.install': 'Install Keyveil',
  'offline.installWhy': 'As an app with a window of its own, which opens photos and zips from your files.',

  'update.title': 'A new version is ready',
  'update.plain':
    'Reload to use it now. Else it is used once all tabs of Keyveil are closed. What Prove and Trace have computed does not outlast a reload.',
  'update.kept':
    'Reload to use it now. Labels, settings and finished photos are kept, the key is not: you type it again. What Prove and Trace have computed does not outlast a reload.',
  'update.lost': 'This browser keeps nothing over a reload. Save your results first, then reload to use it.',
  'update.reload': 'Reload',
  'update.later': 'Later',
} as const;
