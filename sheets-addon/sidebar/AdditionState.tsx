/** What became of an addition: that it is under way, what went wrong, or where the rows stand and the way back. */
import type { Translate } from '#core/language/index.ts';
import type { Addition } from './use-addition.ts';

export function AdditionState({ addition, translate }: { addition: Addition; translate: Translate }) {
  const { added, failure, isBusy, takeBack } = addition;
  return (
    <>
      {isBusy && (
        <p role="status" class="quiet">
          {translate('sidebar.working')}
        </p>
      )}
      {failure !== '' && <p role="alert">{failure}</p>}
      {added && (
        <p class="good">
          <span role="status">{translate('sidebar.added', { place: added.place })}</span>{' '}
          <button type="button" disabled={isBusy} onClick={() => void takeBack()}>
            {translate('sidebar.take-back')}
          </button>
        </p>
      )}
    </>
  );
}
