/** A console session ends after a week, however much it is used. */
export const SESSION_LIFETIME_MS = 7 * 24 * 60 * 60_000
