/** The scope rules, alphabetical by file. */
import { cadence } from './cadence.ts';
import { casesInHand } from './cases-in-hand.ts';
import { contacts } from './contacts.ts';
import { coverage } from './coverage.ts';
import { deliverableNotInTier } from './deliverable-not-in-tier.ts';
import type { ScopeRule } from './finding.ts';
import { hoursForecast } from './hours-forecast.ts';
import { languageNotAgreed } from './language-not-agreed.ts';
import { methodNotInTier } from './method-not-in-tier.ts';
import { outsideTerm } from './outside-term.ts';
import { response } from './response.ts';
import { rootCauseAnalysis } from './root-cause-analysis.ts';
import { serviceHours } from './service-hours.ts';
import { sustainedHours } from './sustained-hours.ts';
import { termEnding } from './term-ending.ts';
import { ticketClaims } from './ticket-claims.ts';
import { tierDeployment } from './tier-deployment.ts';
import { unidentifiedWriter } from './unidentified-writer.ts';
import { weeklyCall } from './weekly-call.ts';
import { weeklyHours } from './weekly-hours.ts';

export const SCOPE_RULES: readonly ScopeRule[] = [
  cadence,
  casesInHand,
  contacts,
  coverage,
  deliverableNotInTier,
  hoursForecast,
  languageNotAgreed,
  methodNotInTier,
  outsideTerm,
  response,
  rootCauseAnalysis,
  serviceHours,
  sustainedHours,
  termEnding,
  ticketClaims,
  tierDeployment,
  unidentifiedWriter,
  weeklyCall,
  weeklyHours,
];
