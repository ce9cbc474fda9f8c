/** @type {import('next').NextConfig} */
export default {
  // The launcher builds beside the running build and swaps it in by rename.
  distDir: process.env.GATEHOUSE_NEXT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm test`; a start on a user's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/client', 'pg'],
  devIndicators: false,
}
