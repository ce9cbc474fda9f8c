/**
 * The addresses of a stage: path form first, then host form, without trailing slash. The stage
 * `$default` has no segment of its own.
 */
export function invokeUrls(
  api: string,
  stage: string,
  { publicUrl, gatewayDomain }: { publicUrl: string; gatewayDomain: string },
): readonly string[] {
  const { protocol, port } = new URL(publicUrl)
  const segment = stage === '$default' ? '' : `/${stage}`
  const authority = port === '' || gatewayDomain.includes(':') ? gatewayDomain : `${gatewayDomain}:${port}`
  return [`${publicUrl}/gateway/${api}${segment}`, `${protocol}//${api}.${authority}${segment}`]
}
