/** What every reader reads with: in a page before the first of them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepPart } from '../parts/shared.ts';
import * as shown from '../readers/generic/page-times.ts';
import * as people from '../readers/generic/people.ts';
import * as times from '../readers/generic/times.ts';
import * as parse from '../readers/times/parse.ts';
import * as resolve from '../readers/times/resolve.ts';
import * as zone from '../readers/times/zone.ts';
import * as words from '../readers/words/index.ts';

export default defineUnlistedScript(() =>
  keepPart('reading', { parse, people, resolve, shown, times, words, zone }),
);
