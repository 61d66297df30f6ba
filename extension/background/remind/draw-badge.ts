/** Draws the number on the toolbar button, and says it in its title for those who do not see it. */
import { browser } from 'wxt/browser';
import type { Translate } from '#core/language/index.ts';
import type { Badge } from './badge.ts';

const OVERDUE = '#b3211a';
const SOON = '#875200';
const MOST_SHOWN = 99;

/** `null`: the user wants none. */
export async function drawBadge(badge: Badge | null, translate: Translate): Promise<void> {
  const { soon, overdue } = badge ?? { soon: 0, overdue: 0 };
  const count = soon + overdue;
  const parts = [
    ...(overdue > 0 ? [translate('remind.badge-overdue', { count: overdue })] : []),
    ...(soon > 0 ? [translate('remind.badge-soon', { count: soon })] : []),
  ];
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text: count === 0 ? '' : count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count) }),
    action.setBadgeBackgroundColor({ color: overdue > 0 ? OVERDUE : SOON }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({ title: ['Dueline', ...parts].join('\n') }),
  ]);
}
