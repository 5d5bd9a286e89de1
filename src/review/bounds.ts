/**
 * How far the times and days may lie that are stored or come in a file. What lies beyond was made by no clock, and pages could
 * not show it: dates end, and lists of days grow too long. Without the schema library, since the first screen reads settings.
 */

/** The last millisecond of the year 9999, UTC: date fields have years of four digits. The first moment is 0. */
export const LAST_MOMENT_MS = 253_402_300_799_999;

/**
 * Study days, as days since 1970-01-01: from the middle of 1901 to the year 10183. So late, since a card that is answered at the
 * last moment may be due the longest interval of 36,500 days after it.
 */
export const STUDY_DAYS = { first: -25_000, last: 3_000_000 } as const;
