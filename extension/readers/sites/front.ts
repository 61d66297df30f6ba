/** Front. Reported: only its addresses; everything on the page is read as on any other. */
import type { SiteReader } from './site-reader.ts';

export const front: SiteReader = {
  id: 'front',
  name: 'Front',
  host: /(?:^|\.)front(?:app)?\.com$/,
  marks: 'meta[name="application-name"][content="Front"]',
  anchors: { subject: [], threads: [] },
};
