import type { ManifestOptions } from 'vite-plugin-pwa';

/** What Keyveil opens when it is installed and the system asks it to: photos, and zips of them. */
const opened: Readonly<Record<string, string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
  'image/heic': ['.heic'],
  'image/heif': ['.heif'],
  'image/gif': ['.gif'],
  'image/bmp': ['.bmp'],
  'application/zip': ['.zip'],
};

/**
 * What a system is told that installs Keyveil (W3C Web Application Manifest). Every address is relative, so that any
 * folder of any host will do. No share target: its request would take photos to the host where the service worker is
 * not at work yet.
 */
export const webManifest: Partial<ManifestOptions> = {
  // Without an `id`, which counts from the host's root: the start address stands in for it, and two folders of one host
  // are two apps.
  name: 'Keyveil',
  short_name: 'Keyveil',
  description:
    'Makes your labelled photos useless for training a classifier, in your browser, before you upload them.',
  lang: 'en',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#faf8f4',
  theme_color: '#0d6a4f',
  categories: ['photo', 'security', 'utilities'],
  icons: [
    { src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: './icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: './icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: './icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: './icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  file_handlers: [{ action: './', accept: opened }],
  // Photos that are opened go to the window that is there, beside those that are in it.
  launch_handler: { client_mode: 'focus-existing' },
};
