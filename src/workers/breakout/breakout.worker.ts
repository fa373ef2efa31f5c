import { breaksOut } from './breakout.ts';

addEventListener('message', async () => postMessage(await breaksOut()));
