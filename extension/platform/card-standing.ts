/** Where a card is from, and how old it is. */
export interface CardStanding {
  id: string;
  /** `former`: the service manager has made another key since. */
  from: 'known' | 'former' | 'unknown' | 'nobody';
  /** The key that has signed it, as people compare it; `null` where none has. */
  key: string | null;
  issuedMs: number;
  /** Whole days since, where it is old; `null` where it is not. */
  oldDays: number | null;
}
