import type { Exchange } from './exchange'

/** `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/path` with the request's own path, made once. */
export function methodArn(x: Exchange): string {
  x.methodArn ??= `${x.api!.arnPrefix}${x.stage!.name}/${x.request.method}${x.path}`
  return x.methodArn
}

/** As `methodArn`, the account written `********` and its last four digits, as AWS shows it to clients. */
export function maskedMethodArn(x: Exchange): string {
  const { account } = x.api!.api
  return methodArn(x).replace(`:${account}:`, `:********${account.slice(-4)}:`)
}
