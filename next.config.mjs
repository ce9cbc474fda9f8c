/** @type {import('next').NextConfig} */
export default {
  // The launcher builds beside the running build and swaps it in by rename.
  distDir: process.env.GATEHOUSE_NEXT_DIST ?? '.next',
  // A checkout inside another one, with a lockfile of its own, is still a root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm test`; a start on a user's machine need not repeat it.
  // Next rewrites the tsconfig that it is given: it has one of its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  serverExternalPackages: ['@prisma/client', 'pg'],
  devIndicators: false,
}
