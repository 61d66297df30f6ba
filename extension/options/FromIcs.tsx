/** The all-day events of an .ics file, a year back and five ahead. */
import { useSignal } from '@preact/signals';
import { FileDrop } from './FileDrop.tsx';
import type { FindProps } from './find-days.ts';

const YEARS_AHEAD = 5;

export function FromIcs({ year, say, onFound }: FindProps) {
  const failed = useSignal('');
  const read = async (file: File) => {
    // The reader of such files is loaded by those who have one.
    const { daysOffFromIcs } = await import('#core/holidays/from-ics.ts');
    const range = { from: `${year - 1}-01-01`, until: `${year + YEARS_AHEAD}-12-31` };
    const reading = await daysOffFromIcs(await file.text(), { ...range, kind: 'holiday' });
    if ('code' in reading) {
      failed.value = say('calendar.not-ics', { file: file.name });
      return;
    }
    failed.value = '';
    const { daysOff, leftOut } = reading;
    const note = leftOut.length === 0 ? '' : say('calendar.left-out', { count: leftOut.length });
    onFound({ holidays: daysOff, halfDays: [] }, note);
  };
  return (
    <>
      <FileDrop say={say} accept=".ics,text/calendar" onFile={(file) => void read(file)} />
      <p role="status" class="warn">
        {failed.value}
      </p>
    </>
  );
}
