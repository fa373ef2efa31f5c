export function serveHarness(): Promise<{ address: string; close: () => Promise<void> }>;
