import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../../base/sample-runs.ts'
import { maskSecrets } from './mask-secrets.ts'

const letters = (count: number) => 'aB3dE6gH9jK2mN5pQ8sT'.repeat(5).slice(0, count)

describe('maskSecrets', () => {
  it.each([
    ['a chat token', `use xoxb${'-'}1234567890-${letters(12)} for it`],
    ['an export token in an address', `https://files.example.com/a.json?token=xoxe${'-'}123&t=1`],
    ['a forge token', `ghp${'_'}${letters(36)}`],
    ['a fine-grained forge token', `github${'_'}pat_${letters(40)}`],
    ['a cloud key id', `AKIA${'ABCDEFGH12345678'}`],
    ['a cloud secret assigned', `aws_secret_access_key = ${letters(40)}`],
    ['a bearer token', `curl -H "Authorization: Bearer ${letters(24)}"`],
    ['a signed web token', `eyJ${letters(20)}.eyJ${letters(20)}.${letters(20)}`],
    ['credentials in an address', 'postgres://app:s3cr3t@db.example.com/orders'],
    ['a shared access signature', 'https://store.example.com/f?sv=1&sig=abc%2Fdef&se=2'],
    ['a password assigned', 'password=hunter2'],
    ['a password in JSON', '{"password": "correct horse"}'],
    ['a password said', 'the password is hunter22'],
    ['a paging service key', `routing_key: ${'0123456789abcdef'.repeat(2)}`],
    ['a paging service token', 'Token token=y_ExampleExample1234'],
    ['an incoming web hook', `https://hooks.slack.com/services/T01/B02/${letters(20)}`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----'],
    ['a private key that was cut off', '-----BEGIN PRIVATE KEY-----\nMIIEabcd'],
  ])('F18 masks %s, once, and masking again changes nothing', (_, text) => {
    const once = maskSecrets(text)
    expect(once.masked).toBe(1)
    expect(once.text).toMatch(/masked/)
    expect(once.text.length).toBeLessThan(text.length + 8)
    expect(maskSecrets(once.text)).toEqual({ text: once.text, masked: 0 })
  })

  it.each([
    'The token: it was expired',
    'Bearer authentication failed for all tenants',
    'password reset: done',
    'max_tokens=4096',
    'commit 0123456789abcdef0123456789abcdef01234567',
    'trace 4bf92f3577b34da6a3ce929d0e0e4736',
    'https://grafana.example.com/d/abc/checkout?from=1&to=2&var-key=a',
    'secret: rotated',
  ])('leaves prose and ids alone: %s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: 0 })
  })

  it('keeps what stands around a secret, and an address an address', () => {
    expect(maskSecrets('see https://files.example.com/a.json?token=abc&t=1 now').text).toBe(
      'see https://files.example.com/a.json?token=masked&t=1 now',
    )
    expect(maskSecrets('-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY----- kept').text).toBe('[masked] kept')
  })

  it('masks twice as once, for any text', () => {
    const piece = fc.constantFrom(
      'token=',
      'password: ',
      'a1B2c3D4e5',
      ' ',
      '"',
      '://',
      '@',
      'u:',
      '?sig=',
      '&',
      '[masked]',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 20 }), (parts) => {
        const once = maskSecrets(parts.join(''))
        expect(maskSecrets(once.text).text).toBe(once.text)
      }),
      { numRuns: sampleRuns(500) },
    )
  })

  it('takes time linear in the text', () => {
    for (const piece of [
      '-----BEGIN RSA PRIVATE KEY-----',
      'password',
      '://a:',
      '?token=',
      'eyJaaaaaaaa.',
      'a.',
      'bearer ',
    ])
      expect(maskSecrets(piece.repeat(100_000)).text.length).toBeGreaterThan(0)
  })
})
