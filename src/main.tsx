import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
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

// After the first paint: the workers find out which engine suits the machine, and the header names it.
requestAnimationFrame(() => setTimeout(() => void Promise.all([keyveil.warmUp(), keyveil.lookBack()])));
