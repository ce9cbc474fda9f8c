/** What a new function does until it is edited: it denies everybody. */
export const STARTER_CODE = `export const handler = async (event) => ({
  principalId: 'user',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'execute-api:Invoke', Resource: event.methodArn }],
  },
})
`
