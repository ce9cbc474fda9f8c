import { stringify } from 'yaml'

/** Returns YAML 1.2 without aliases and without folded lines; long texts stand as literal blocks. */
export function toYaml(value: unknown): string {
  return stringify(value, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'PLAIN' })
}
