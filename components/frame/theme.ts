export type Theme = 'system' | 'light' | 'dark'

/** Read by the server, so that the first paint has the right colours. */
export const THEME_COOKIE = 'gatehouse-theme'

/** Anything that is not a theme is the system's. */
export function readTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
