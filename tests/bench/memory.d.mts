import type { Browser } from '@playwright/test';

export function resetPeaks(browser: Browser): Promise<void>;
export function peakMemory(browser: Browser): Promise<number | null>;
