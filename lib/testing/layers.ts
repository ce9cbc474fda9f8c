/** The import rules as one table, and the dependency-cruiser rules made from it. */

/** Layer → what else of lib/ it may import. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  policy: [],
  protocol: ['shared'],
  domain: ['shared', 'policy', 'protocol'],
  sandbox: ['shared', 'domain'],
  gateway: ['shared', 'policy', 'protocol', 'domain', 'sandbox/script-runner'],
  egress: ['shared', 'gateway/ports'],
  userpool: ['shared', 'protocol', 'domain'],
  services: ['shared', 'policy', 'protocol', 'domain', 'gateway', 'userpool', 'sandbox/script-runner'],
  aws: ['shared', 'policy', 'protocol', 'domain', 'services', 'userpool', 'gateway/ports'],
  store: ['shared', 'policy', 'protocol', 'domain', 'services/ports', 'gateway/ports', 'userpool/ports'],
  server: ['shared', 'gateway/ports'],
}

const TESTS = String.raw`(\.(test|spec)\.tsx?$|/testing/|/contract\.ts$)`

interface Rule {
  readonly name: string
  readonly severity: 'error'
  readonly from: Record<string, unknown>
  readonly to: Record<string, unknown>
}

/** Every rule in dependency-cruiser's form. */
export function layerRules(): Rule[] {
  return [...Object.entries(LAYERS).map(([layer, allowed]) => layerRule(layer, allowed)), ...generalRules(), ...clientRules()]
}

function layerRule(layer: string, allowed: readonly string[]): Rule {
  const own = [layer, ...allowed].map((name) => (name.includes('/') ? `^lib/${name}\\.ts$` : `^lib/${name}/`))
  return {
    name: `layer-${layer}`,
    severity: 'error',
    from: { path: `^lib/${layer}/`, pathNot: TESTS },
    to: { path: '^(lib|app|components)/', pathNot: own },
  }
}

function generalRules(): Rule[] {
  const error = 'error' as const
  return [
    { name: 'no-cycles', severity: error, from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'policy-is-pure',
      severity: error,
      from: { path: '^lib/policy/', pathNot: TESTS },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shared-imports-nothing',
      severity: error,
      from: { path: '^lib/shared/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'domain-runs-in-the-browser',
      severity: error,
      from: { path: '^lib/domain/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-store-imports-prisma',
      severity: error,
      from: { pathNot: ['^lib/store/', '^prisma/', '^prisma\\.config\\.ts$', '^scripts/', TESTS] },
      to: { path: '(^|/)(@prisma/|prisma/|pg/|lib/store/generated/)' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: error,
      from: { path: '^(lib|app|components|server\\.ts)', pathNot: TESTS },
      to: { path: TESTS },
    },
  ]
}

const SERVER = '^lib/(store|services|gateway|runtime|sandbox|aws|userpool|egress|server)/'

function clientRules(): Rule[] {
  const error = 'error' as const
  return [
    {
      name: 'app-reaches-the-server-through-the-handle',
      severity: error,
      from: { path: '^(app|components)/', pathNot: TESTS },
      to: { path: SERVER, pathNot: '^lib/runtime/handle\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-never-reaches-server-code',
      severity: error,
      from: { path: '\\.client\\.tsx$' },
      to: { path: SERVER, reachable: true },
    },
  ]
}
