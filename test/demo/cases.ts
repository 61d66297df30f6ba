/** Cases in hand: 22 of Nordwind and 9 of Hanbit are 31 for one manager, one over the limit of 30. */
import type { Case } from '#core/engagement/schema.ts';
import { weekdayBack } from './when.ts';

const NORDWIND = [
  'Tourenplanung rechnet nicht mehr zu Ende',
  'Zweiter Standort: welche Ports müssen offen sein?',
  'Rechnungslauf doppelt gestartet',
  'Zertifikat läuft nächste Woche ab',
  'Benutzer für die Urlaubsvertretung',
  'Wo finde ich das Handbuch?',
  'Scanner im Depot Kiel ohne Verbindung',
  'Feiertage im Tourenkalender',
  'Archiv: Aufbewahrung zehn Jahre',
  'Druck der Frachtbriefe verschoben',
  'Schnittstelle zum Zoll',
  'Rollen für Teilzeitkräfte',
  'Ladezeiten am Monatsende',
  'Doppelte Adressen zusammenführen',
  'Sprache der Fahrer-App',
  'Protokolle länger aufbewahren',
  'Sicherung am Sonntag',
  'Palettenkonto stimmt nicht',
  'Testsystem auf neuem Stand',
  'Wiegescheine einlesen',
  'Anhänge größer als 20 MB',
  'Umzug der Datenbank',
];
const HANBIT = [
  '설비 서버 교체 일정 문의',
  '라이선스 만료 알림',
  '보고서 서식 변경',
  '야간 작업 오류',
  '센서 데이터 누락',
  '계정 권한 정리',
  '모니터링 경보 기준',
  '데이터베이스 이전 계획',
  '교육 일정 조율',
];
const HARBOUR = [
  'Dashboard shows last week’s figures',
  'Single sign-on for contractors',
  'Archive older than two years',
];

export function casesOf(nowMs: number): Case[] {
  const inHand = (engagement: string, prefix: string, subjects: readonly string[]) =>
    subjects.map(
      (subject, index): Case => ({
        id: `${prefix}-${index + 1}`,
        engagement,
        subject,
        status: index % 3 === 2 ? 'pending' : 'open',
        opened: weekdayBack(nowMs, 1 + index * 2),
      }),
    );
  const done = (id: string, engagement: string, subject: string, closedBack: number): Case => ({
    id,
    engagement,
    subject,
    status: closedBack > 2 ? 'closed' : 'solved',
    opened: weekdayBack(nowMs, closedBack + 4),
    closed: weekdayBack(nowMs, closedBack),
  });
  return [
    ...inHand('nordwind-premium', 'NW', NORDWIND),
    ...inHand('hanbit-tsam', 'HB', HANBIT),
    ...inHand('harbour-standard', 'HA', HARBOUR),
    done('NW-30', 'nordwind-premium', 'Export nach Excel verliert führende Nullen', 1),
    done('HB-30', 'hanbit-tsam', '백업 점검 보고서 요청', 3),
    done('HA-30', 'harbour-standard', 'Typo in the monthly report', 2),
  ];
}
