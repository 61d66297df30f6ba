/** Where there is no engagement to choose yet: the way to the first one. */
import type { Translate } from '#core/language/index.ts';

export function NoEngagement({ translate, openWizard }: { translate: Translate; openWizard: () => void }) {
  return (
    <>
      <p>{translate('sidebar.agenda-none')}</p>
      <button type="button" class="main" onClick={openWizard}>
        {translate('sidebar.new-engagement')}
      </button>
    </>
  );
}
