import type { EngagementView } from '#core/response/verdict.ts';
import type { TicketAnswer } from '../../platform/messages.ts';
import type { Say } from '../../ui/words.ts';
import type { PanelProps } from '../view-contract.ts';

/** What every part of the panel is given. */
export interface PartProps extends PanelProps {
  answer: TicketAnswer;
  say: Say;
}

export type WorkProps = PartProps & { engagement: EngagementView };
