import type { IntegrationInput } from '../console-api'
import { isObject, member } from '../document/json-value'
import { type Editable, put } from './edit-definition'

const KEY = 'x-amazon-apigateway-integration'

/** Writes an integration into an operation; what an integration of the same type says besides is kept. */
export function writeIntegration(operation: Editable, input: IntegrationInput): void {
  const found = member(operation, KEY)
  const sameType = isObject(found) && String(member(found, 'type')).toLowerCase() === input.type.toLowerCase()
  const integration: Editable = sameType ? { ...found } : {}
  if (input.type === 'MOCK') writeMock(integration, input)
  else writeHttpProxy(integration, input)
  put(operation, KEY, integration)
}

function writeMock(integration: Editable, input: Extract<IntegrationInput, { type: 'MOCK' }>): void {
  integration.type = 'mock'
  integration.requestTemplates ??= { 'application/json': '{"statusCode": 200}' }
  integration.responses = Object.fromEntries(
    input.responses.map((response) => [
      response.selectionPattern ?? 'default',
      {
        statusCode: String(response.status),
        responseParameters: Object.fromEntries(response.headers.map(([name, value]) => [`method.response.header.${name}`, `'${value}'`])),
        responseTemplates: { [response.contentType]: response.body },
      },
    ]),
  )
}

function writeHttpProxy(integration: Editable, input: Extract<IntegrationInput, { type: 'HTTP_PROXY' }>): void {
  integration.type = 'http_proxy'
  integration.httpMethod = input.httpMethod
  integration.uri = input.uri
  integration.timeoutInMillis = input.timeoutMs
  const parameters = Object.entries(input.requestParameters)
  put(integration, 'requestParameters', parameters.length > 0 ? Object.fromEntries(parameters) : undefined)
}
