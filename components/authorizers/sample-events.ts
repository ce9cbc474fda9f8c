/** Events of the shapes that API Gateway sends. Source: developer guide, apigateway-lambda-authorizer-input. */
export const SAMPLE_EVENTS = [
  {
    name: 'TOKEN',
    event: {
      type: 'TOKEN',
      authorizationToken: 'Bearer token',
      methodArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/resource',
    },
  },
  {
    name: 'REQUEST',
    event: {
      type: 'REQUEST',
      methodArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/resource',
      resource: '/resource',
      path: '/resource',
      httpMethod: 'GET',
      headers: { Host: 'abcdef1234.execute-api.us-east-1.amazonaws.com' },
      multiValueHeaders: { Host: ['abcdef1234.execute-api.us-east-1.amazonaws.com'] },
      queryStringParameters: {},
      multiValueQueryStringParameters: {},
      pathParameters: {},
      stageVariables: {},
      requestContext: { apiId: 'abcdef1234', stage: 'prod', httpMethod: 'GET', identity: { sourceIp: '192.0.2.7' } },
    },
  },
] as const
