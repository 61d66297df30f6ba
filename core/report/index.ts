/** What the renderings of a service review need, re-exports only. */
export { PAGE_LOOKS } from './looks.ts';
export type { ChartSeries, Page, PageCell, PageChart, PageLook, PageRow } from './page.ts';
export { emptyReviewPage, reviewPage } from './review-page.ts';
