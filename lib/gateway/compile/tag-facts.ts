/** Tags as facts of the caller, `aws:principaltag/…`; names do not tell upper from lower case. */
export function tagFactsOf(tags: readonly (readonly [name: string, value: string])[]): ReadonlyMap<string, string> {
  return new Map(tags.map(([name, value]) => [`aws:principaltag/${name.toLowerCase()}`, value]))
}
