/** While an answer is waited for; where it takes long, that it does, and what may be wrong. */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';

const LONG_MS = 20_000;

export function Waiting({ translate }: { translate: Translate }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" class="quiet waiting">
      <p>{translate('sidebar.working')}</p>
      {isLong && (
        <>
          <p>{translate('sidebar.still-working')}</p>
          <p>{translate('sidebar.accounts')}</p>
        </>
      )}
    </div>
  );
}
