/** A policy to begin with: it allows calls of every API of the account and is meant to be narrowed. */
export function starterPolicy(account: string): string {
  const statement = { Sid: 'InvokeApis', Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `arn:aws:execute-api:*:${account}:*` }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
}
