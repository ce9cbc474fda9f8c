import { describe, expect, it } from 'vitest'
import { withoutOwnCookies } from './own-cookies'

describe('withoutOwnCookies', () => {
  it('gives back the same array when there is nothing of ours', () => {
    const headers = ['Host', 'x', 'Cookie', 'a=1; b=2']
    expect(withoutOwnCookies(headers)).toBe(headers)
  })
  it.each([
    ['gatehouse_ab.session=1', []],
    ['a=1; gatehouse_ab.session=1; b=2', ['Cookie', 'a=1; b=2']],
    ['__Host-gatehouse_ab.csrf=1; a=1', ['Cookie', 'a=1']],
    ['__Secure-gatehouse.x=1', []],
    ['GATEHOUSE=1;a=gatehouse', ['Cookie', 'a=gatehouse']],
    ['\tgatehouse=1;a=1', ['Cookie', 'a=1']],
  ])('%s', (value, expected) => expect(withoutOwnCookies(['Cookie', value])).toEqual(expected))
  it('finds every Cookie header, in any case', () => {
    expect(withoutOwnCookies(['cookie', 'gatehouse=1', 'COOKIE', 'b=2; gatehouse2=1'])).toEqual(['COOKIE', 'b=2'])
  })
})
