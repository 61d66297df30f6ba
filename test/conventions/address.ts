/** How each language speaks to its reader, told by the words that only the other way has. */

/** What a sentence begins after: nothing, a mark, or a word that joins two requests. */
const BEGINS = String.raw`(?<=^|[.:;!?…] |\b(?:o|und|oder|e|bitte) )`;

interface Address {
  /** What to write instead. */
  instead: string;
  /** Words of another way to speak. */
  other: RegExp;
  /** Entries that say what something does, in a word that would also ask for it. */
  statements?: readonly string[];
}

const GERMAN =
  'ändere|behalte|bitte den|frage|gib|kopiere|korrigiere|lade|lege|lösche|melde|nenne|nimm|öffne|probiere|prüfe|schaffe|schreibe|starte|suche|vergleiche|versuche|wähle|wiederhole';
const SPANISH =
  'abre|añade|actualiza|comprueba|copia|corrige|descarga|elige|envía|escribe|espera|guarda|haz|indica|inicia|libera|mira|pega|pide|pon|prepara|prueba|quita|registra|repite|revisa|sube|vuelve';
const ITALIAN =
  'acceda|aggiunga|apra|attenda|chieda|confronti|corregga|esegua|faccia|inserisca|prema|prenda|ripeta|scelga|scriva|tolga|veda|verifichi';
/** A request in the form of manuals: "Scrivere un nome." What asks nobody not to do a thing has the same form. */
const ITALIAN_INFINITIVE = String.raw`(?<=^|[.;!?…] )(?!Non |Parla\b)\p{L}+[aei]r(?:e|gli|l[aeio]|ne)\b`;

export const ADDRESSES: Readonly<Record<string, Address>> = {
  de: {
    instead: '"Sie"',
    other: new RegExp(
      `\\b(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|eure[mnrs]?|darfst|kannst|hast|bist)\\b|${BEGINS}(?:${GERMAN})\\b`,
      'iu',
    ),
  },
  en: { instead: '"you"', other: /\bthou\b/iu },
  es: {
    instead: '"usted"',
    other: new RegExp(
      `\\b(?:tus?|ti|contigo|tuy[oa]s?|puedes|tienes|quieres|debes|has|eres|estás)\\b|(?<![\\p{L}])(?:tú|te)(?![\\p{L}])|${BEGINS}(?:${SPANISH})(?![\\p{L}])`,
      'iu',
    ),
    statements: ['card › carries-hours', 'popup › opens', 'popup › opens-here', 'sidebar › daily-about'],
  },
  it: {
    instead: '"tu"',
    other: new RegExp(`\\bLei\\b|${BEGINS}(?:${ITALIAN})\\b|${ITALIAN_INFINITIVE}`, 'u'),
    statements: [
      'deliverableAbout › customer-advocacy',
      'deliverableAbout › customer-intelligence-management',
      'deliverableAbout › environment-consulting',
      'deliverableAbout › risk-mitigation',
      'deliverableAbout › software-performance-report',
      'provision › change-settings',
      'sidebar › warn-percent',
      'tracker › warn-from',
    ],
  },
  ko: { instead: '"하세요" and "합니다"', other: /당신|귀하|십시오|(?:해|에|예|어|아|네|죠|게|래)요/u },
  'zh-CN': { instead: '"您"', other: /[你妳]/u },
};
