export function buildHarness(): Promise<void>;
export function serveHarness(): Promise<{ address: string; close: () => Promise<void> }>;
