/** The part of aws4 that tests and measurements use; the package brings no types. */
declare module 'aws4' {
  interface Aws4Request {
    host?: string
    method?: string
    path?: string
    service?: string
    region?: string
    headers?: Record<string, string>
    body?: string
    signQuery?: boolean
  }
  interface Aws4Credentials {
    accessKeyId: string
    secretAccessKey: string
    sessionToken?: string
  }
  const aws4: {
    sign<R extends Aws4Request>(request: R, credentials: Aws4Credentials): R & { headers: Record<string, string>; path: string }
  }
  export default aws4
}
