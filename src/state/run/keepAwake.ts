/**
 * Holds a screen wake lock until the returned function is called. Browsers release it whenever the page is hidden, so
 * it is taken again when the page comes back. Where there is none, or it is refused, nothing happens.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let wanted = true;
  let held: WakeLockSentinel | null = null;

  const take = async () => {
    if (!wanted || document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (wanted) held = lock;
      else await lock.release();
    } catch {
      // Low battery, or not allowed: the run goes on all the same.
    }
  };
  const comeBack = () => void take();
  document.addEventListener('visibilitychange', comeBack);
  void take();

  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', comeBack);
    void held?.release().catch(() => undefined);
  };
}
