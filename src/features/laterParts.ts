// First, so that what is imported below finds its texts.
import '../locales/workspace.ts';

/** What nobody sees before there are photos or a receipt: one file, fetched right after the first paint. */
export { IntakeReport } from './intake/IntakeReport.tsx';
export { OpenWithPasskey } from './keepKey/OpenWithPasskey.tsx';
export { ReceiptBar } from './receipt/ReceiptBar.tsx';
export { RecentSets } from './recent/RecentSets.tsx';
export { ResumeNotes } from './resume/ResumeNotes.tsx';
export { Growth } from './run/Growth.tsx';
export { ProgressPanel } from './run/ProgressPanel.tsx';
