import { lazy, Suspense } from 'react';
import { useKeyveil } from '../../state/react.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import './receipt.css';

const ReceiptBar = lazy(async () => ({ default: (await loadLaterParts()).ReceiptBar }));

/** Where a receipt that was opened is told of, or why it could not be. */
export function ReceiptPlace() {
  const needed = useKeyveil(s => s.reopened !== null || s.receiptTrouble !== null);
  return (
    needed && (
      <Suspense fallback={null}>
        <ReceiptBar />
      </Suspense>
    )
  );
}
