import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadWorkspace } from './features/shell/loadWorkspace.ts';
import { browserServices } from './state/browserServices.ts';
import { createKeyveil } from './state/createKeyveil.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');

const keyveil = createKeyveil(browserServices());
createRoot(root).render(
  <StrictMode>
    <App keyveil={keyveil} />
  </StrictMode>,
);

// After the first paint: the rest of the page is fetched, and the workers find out which engine suits the machine.
requestAnimationFrame(() =>
  setTimeout(() => void Promise.all([loadWorkspace(), keyveil.warmUp(), keyveil.lookBack()])),
);
