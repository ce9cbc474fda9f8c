import { describe, expect, it } from 'vitest'
import { consoleHosts, dispatch } from './dispatch'
import { readRequestHead } from './request-head'

const rules = { gatewayDomain: 'execute-api.localhost', consoleHosts: consoleHosts('http://localhost:3000', 3000) }
const to = (target: string, headers: string[] = ['Host', 'localhost:3000']) => {
  const destination = dispatch(target, readRequestHead(headers), rules)
  return destination.to === 'refuse' ? destination.status : destination.to
}

describe('dispatch', () => {
  it.each([
    ['/', 'console'],
    ['/gateway/abc/prod/x', 'gateway'],
    ['/gateway', 'console'],
    ['/%67ateway/abc', 'console'],
    ['/aws', 'aws'],
    ['/aws?Action=x', 'aws'],
    ['/aws/', 'aws'],
    ['/awsome', 'console'],
    ['/cognito/pool/.well-known/jwks.json', 'cognito'],
    ['/idp/google', 'idp'],
    ['/api/health', 'health'],
    ['/api/health/ready', 'health'],
    ['/api/healthy', 'console'],
    ['*', 400],
    ['foo:80', 400],
    ['http://localhost:3000/gateway/a/b', 'gateway'],
    ['HTTP://LOCALHOST:3000', 'console'],
  ])('%s goes to %s', (target, expected) => expect(to(target)).toBe(expected))

  it('goes by the gateway domain whatever the path', () => {
    expect(to('/api/v1/workspace', ['host', 'abc.execute-api.localhost:3000'])).toBe('gateway')
    expect(to('/', ['Host', 'ABC.Execute-Api.LocalHost'])).toBe('gateway')
  })

  it('takes neither the bare gateway domain nor a look-alike for a gateway host', () => {
    expect(to('/', ['Host', 'execute-api.localhost:3000'])).toBe(421)
    expect(to('/', ['Host', 'evilexecute-api.localhost:3000'])).toBe(421)
  })

  it('refuses the console under a foreign host name, which stops DNS rebinding', () => {
    expect(to('/api/v1/apis', ['Host', 'rebind.example:3000'])).toBe(421)
    expect(to('http://rebind.example/api/v1/apis')).toBe(421)
    expect(to('/', ['Host', 'localhost:3001'])).toBe(421)
  })

  it.each([
    [['Host', 'a', 'host', 'a']],
    [['Host', 'localhost:3000', 'Authorization', 'x', 'authorization', 'y']],
    [['Host', 'a', 'Content-Length', '1', 'content-length', '1']],
    [[]],
  ])('refuses %o', (headers) => expect(to('/gateway/a/b/c', headers)).toBe(400))

  it('answers under the public address and the loopback names of its port only', () => {
    expect([...consoleHosts('https://gate.example', 3000)].sort()).toEqual([
      '127.0.0.1:3000',
      '[::1]:3000',
      'gate.example',
      'localhost:3000',
    ])
  })
})
