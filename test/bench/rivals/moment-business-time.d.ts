/** moment-business-time has no types of its own; this is what the comparison uses of it. */
declare module 'moment-business-time' {
  import moment from 'moment';

  interface WorkingMoment extends moment.Moment {
    isWorkingTime(): boolean;
    nextWorkingTime(): WorkingMoment;
    addWorkingTime(amount: number, unit: string): WorkingMoment;
    workingDiff(other: moment.Moment, unit: string): number;
  }

  function working(ms: number): WorkingMoment;
  namespace working {
    function updateLocale(
      name: string,
      settings: { workinghours: Record<number, string[] | null>; holidays: string[] },
    ): void;
  }
  export default working;
}
