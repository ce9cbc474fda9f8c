import type { Finding } from '@/lib/policy'

/** What the severity of a finding means for the one who saves. */
export function severityWord(finding: Finding): string {
  if (finding.blocksSaving) return 'cannot be enforced, so it blocks saving'
  switch (finding.severity) {
    case 'error':
      return 'AWS refuses this'
    case 'security':
      return 'opens more than is usually meant'
    case 'warning':
      return 'AWS accepts this, but it may not do what was meant'
    case 'suggestion':
      return 'could be simpler'
  }
}

export const SEVERITY_LABELS = {
  error: 'Error',
  security: 'Security',
  warning: 'Warning',
  suggestion: 'Suggestion',
} as const satisfies Record<Finding['severity'], string>
