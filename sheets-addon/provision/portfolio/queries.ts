/** The questions to a portfolio, in the SQL that DuckDB and BigQuery share. `$name` is a parameter; BigQuery writes `@name`. */

/** Cases in hand by person; a person is one over all trackers that name the same address. */
const IN_HAND = `in_hand AS (
  SELECT e.tracker, e.engagement, COUNT(*) AS used
  FROM cases c
  JOIN engagements e ON e.tracker = c.tracker AND e.engagement = c.engagement
  WHERE c.status IN ('open', 'pending')
  GROUP BY e.tracker, e.engagement
),
people AS (
  SELECT m.person, MIN(m.name) AS name, MIN(e.cases_limit) AS most, MIN(e.warn_from) AS warn_from,
    COALESCE(SUM(h.used), 0) AS used
  FROM managers m
  LEFT JOIN engagements e ON e.tracker = m.tracker AND e.manager = m.manager
  LEFT JOIN in_hand h ON h.tracker = e.tracker AND h.engagement = e.engagement
  GROUP BY m.person
)`;

/** `$week`: Monday of the running week. A person is warned from where the first of their trackers warns. */
const LIMITS = `WITH ${IN_HAND},
worked AS (
  SELECT tracker, engagement, SUM(ms) AS ms
  FROM activities
  WHERE week = $week AND engagement IS NOT NULL
  GROUP BY tracker, engagement
),
used AS (
  SELECT 'cases-in-hand' AS rule, name AS manager, person, CAST(NULL AS VARCHAR) AS customer,
    CAST(NULL AS VARCHAR) AS engagement, CAST(used AS DOUBLE) AS used, most, warn_from
  FROM people
  UNION ALL
  SELECT 'contacts', m.name, m.person, e.customer, e.name, CAST(e.contacts_peak AS DOUBLE), e.contacts_limit,
    e.warn_from
  FROM engagements e
  LEFT JOIN managers m ON m.tracker = e.tracker AND m.manager = e.manager
  UNION ALL
  SELECT 'weekly-hours', m.name, m.person, e.customer, e.name, CAST(w.ms AS DOUBLE),
    CAST(e.hours_limit_ms AS DOUBLE), e.warn_from
  FROM engagements e
  JOIN worked w ON w.tracker = e.tracker AND w.engagement = e.engagement
  LEFT JOIN managers m ON m.tracker = e.tracker AND m.manager = e.manager
)
SELECT rule, manager, customer, engagement, used, most, used > most AS is_over
FROM used
WHERE used > most OR (rule <> 'contacts' AND used >= most * warn_from)
ORDER BY used / most DESC, rule, manager, customer, engagement`;

/** `$first`, `$week`: Mondays of the first of the complete weeks looked at, and of the running one. */
const ADDITIONAL = `WITH worked AS (
  SELECT tracker, engagement, week, SUM(ms) AS ms
  FROM activities
  WHERE week >= $first AND week < $week AND engagement IS NOT NULL
  GROUP BY tracker, engagement, week
),
judged AS (
  SELECT e.tracker, e.engagement, MIN(e.hours_limit_ms) AS limit_ms, SUM(w.ms) AS ms,
    SUM(CASE WHEN w.ms > e.hours_limit_ms THEN 1 ELSE 0 END) AS weeks_over
  FROM engagements e
  JOIN worked w ON w.tracker = e.tracker AND w.engagement = e.engagement
  GROUP BY e.tracker, e.engagement
)
SELECT e.customer, e.name AS engagement, e.tier, m.name AS manager, j.weeks_over, j.ms, j.limit_ms
FROM judged j
JOIN engagements e ON e.tracker = j.tracker AND e.engagement = j.engagement
LEFT JOIN managers m ON m.tracker = e.tracker AND m.manager = e.manager
WHERE j.weeks_over >= $over AND j.ms > j.limit_ms * $weeks
ORDER BY j.ms / j.limit_ms DESC, e.customer, e.name`;

/** `$now`: epoch milliseconds. */
const RESPONSES = `SELECT e.tier, e.region, COUNT(*) AS inquiries,
  SUM(CASE WHEN a.answered_ms <= a.due_ms THEN 1 ELSE 0 END) AS in_time,
  SUM(CASE WHEN a.answered_ms > a.due_ms THEN 1 ELSE 0 END) AS late,
  SUM(CASE WHEN a.answered_ms IS NULL AND NOT a.is_closed AND a.due_ms >= $now THEN 1 ELSE 0 END) AS waiting,
  SUM(CASE WHEN a.answered_ms IS NULL AND NOT a.is_closed AND a.due_ms < $now THEN 1 ELSE 0 END) AS overdue,
  SUM(CASE WHEN a.is_closed THEN 1 ELSE 0 END) AS closed_unanswered,
  AVG(a.answered_ms - a.received_ms) AS mean_ms
FROM answers a
JOIN engagements e ON e.tracker = a.tracker AND e.engagement = a.engagement
GROUP BY e.tier, e.region
ORDER BY e.tier, e.region`;

/** `$today`, `$horizon`: first and last day that are looked at. */
const COVER = `WITH ${IN_HAND},
away AS (
  SELECT DISTINCT m.person, o.from_date, o.until_date
  FROM time_off o
  JOIN managers m ON m.tracker = o.tracker AND m.manager = o.manager
  WHERE o.until_date >= $today AND o.from_date <= $horizon
),
left_alone AS (
  SELECT a.person, a.from_date, a.until_date, b.person AS backup, e.region, LOWER(e.language) AS language,
    COALESCE(h.used, 0) AS used
  FROM away a
  JOIN managers m ON m.person = a.person
  JOIN engagements e ON e.tracker = m.tracker AND e.manager = m.manager
    AND COALESCE(e.from_date, a.until_date) <= a.until_date
    AND COALESCE(e.until_date, a.from_date) >= a.from_date
  LEFT JOIN managers b ON b.tracker = e.tracker AND b.manager = e.backup
  LEFT JOIN in_hand h ON h.tracker = e.tracker AND h.engagement = e.engagement
),
handed AS (
  SELECT person, from_date, until_date, backup, COUNT(*) AS engagements, SUM(used) AS used
  FROM left_alone
  GROUP BY person, from_date, until_date, backup
),
clashes AS (
  SELECT DISTINCT a.person, a.from_date, a.until_date, o.person AS other
  FROM away a
  JOIN away o ON o.from_date <= a.until_date AND o.until_date >= a.from_date
),
traits AS (
  SELECT DISTINCT m.person, t.trait
  FROM managers m
  JOIN (
    SELECT tracker, manager, 'region ' || region AS trait FROM engagements
    UNION ALL
    SELECT tracker, manager, 'language ' || LOWER(language) FROM engagements
  ) t ON t.tracker = m.tracker AND t.manager = m.manager
  WHERE t.trait IS NOT NULL
),
alike AS (
  SELECT a.person, b.person AS other, COUNT(*) AS shared
  FROM traits a
  JOIN traits b ON b.trait = a.trait AND b.person <> a.person
  WHERE a.person IN (SELECT person FROM away)
  GROUP BY a.person, b.person
),
others AS (
  SELECT d.person, d.from_date, d.until_date, d.backup, p.name, ROW_NUMBER() OVER (
      PARTITION BY d.person, d.from_date, d.until_date, d.backup
      ORDER BY COALESCE(k.shared, 0) DESC, p.used, p.name, p.person
    ) AS place
  FROM handed d
  JOIN people p ON p.person <> d.person AND p.used + d.used <= p.most
    AND p.person <> COALESCE(d.backup, '')
  LEFT JOIN clashes c ON c.person = d.person AND c.from_date = d.from_date AND c.until_date = d.until_date
    AND c.other = p.person
  LEFT JOIN alike k ON k.person = d.person AND k.other = p.person
  WHERE c.other IS NULL
)
SELECT w.name AS manager, d.from_date, d.until_date, d.engagements, d.used AS cases, b.name AS backup,
  CASE
    WHEN d.backup IS NULL THEN 'nobody'
    WHEN c.other IS NOT NULL THEN 'away'
    WHEN b.used + d.used > b.most THEN 'full'
    ELSE 'free'
  END AS state,
  MAX(CASE WHEN o.place = 1 THEN o.name END) AS first_other,
  MAX(CASE WHEN o.place = 2 THEN o.name END) AS second_other,
  MAX(CASE WHEN o.place = 3 THEN o.name END) AS third_other
FROM handed d
JOIN people w ON w.person = d.person
LEFT JOIN people b ON b.person = d.backup
LEFT JOIN clashes c ON c.person = d.person AND c.from_date = d.from_date AND c.until_date = d.until_date
  AND c.other = d.backup
LEFT JOIN others o ON o.person = d.person AND o.from_date = d.from_date AND o.until_date = d.until_date
  AND COALESCE(o.backup, '') = COALESCE(d.backup, '') AND o.place <= 3
GROUP BY w.name, d.person, d.from_date, d.until_date, d.engagements, d.used, b.name, d.backup, c.other, b.used,
  b.most
ORDER BY d.from_date, w.name, d.until_date, b.name`;

/** By the name of the report, in the order in which they are shown. */
export const QUERIES = {
  limits: LIMITS,
  additional: ADDITIONAL,
  responses: RESPONSES,
  cover: COVER,
} as const;

export type ReportName = keyof typeof QUERIES;

const BIGQUERY_KINDS = { VARCHAR: 'STRING', DOUBLE: 'FLOAT64' } as const;

/** The same question as BigQuery writes it. */
export function asBigQuery(query: string): string {
  return query
    .replace(
      /AS (VARCHAR|DOUBLE)\)/g,
      (_, kind: keyof typeof BIGQUERY_KINDS) => `AS ${BIGQUERY_KINDS[kind]})`,
    )
    .replaceAll('$', '@');
}
