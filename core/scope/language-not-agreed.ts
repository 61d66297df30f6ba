/** Rule `language-not-agreed`: work in a language that is not the agreed one on its date. */
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { isSameLanguage } from '../language/language-names.ts';
import type { ScopeRule } from './finding.ts';
import { findInActivities } from './parts/on-activities.ts';

export const languageNotAgreed: ScopeRule = {
  id: 'language-not-agreed',
  check(book) {
    const known = new Map<string, boolean>();
    const isAgreed = (written: string, agreed: string): boolean => {
      const key = JSON.stringify([written, agreed]);
      const answer = known.get(key) ?? isSameLanguage(written, agreed);
      known.set(key, answer);
      return answer;
    };
    return findInActivities(book, (engagement) => {
      const timeline = termsTimeline(book, engagement);
      return ({ activity: { language }, day }) => {
        if (language === undefined || language.trim() === '') return null;
        const { language: agreed, languageRests } = termsIn(timeline, day);
        if (language === agreed || isAgreed(language, agreed)) return null;
        return {
          rule: 'language-not-agreed',
          message: 'language-not-agreed',
          severity: 'warning',
          key: JSON.stringify([language, agreed]),
          rests: languageRests,
          values: { language, agreed },
        };
      };
    });
  },
};
