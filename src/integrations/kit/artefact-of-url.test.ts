import { describe, expect, it } from 'vitest'
import { artefactOfUrl } from './artefact-of-url.ts'
import { findLinks } from './find-links.ts'

describe('artefactOfUrl', () => {
  it.each([
    ['page', 'https://acme-example.pagerduty.com/incidents/P123'],
    ['thread', 'https://acme-example.slack.com/archives/C01/p1764079387000200'],
    ['runbook', 'https://wiki.example.com/runbooks/checkout'],
    ['runbook', 'https://runbooks.example.com/pg'],
    ['change', 'https://github.com/acme-example/checkout/pull/42'],
    ['change', 'https://git.example.com/acme/checkout/-/merge_requests/7'],
    ['dashboard', 'https://grafana.example.com/d/abc123/checkout?from=1'],
    ['status-page', 'https://status.example.com/incidents/1'],
  ])('sees a %s in %s', (kind, url) => {
    expect(artefactOfUrl(url)).toEqual({ kind, title: url, url })
  })

  it('does not guess, and lets nothing but web addresses through', () => {
    expect(artefactOfUrl('https://example.com/about')).toBeNull()
    expect(artefactOfUrl('javascript:alert(1)//runbook')).toBeNull()
    expect(artefactOfUrl('file:///etc/runbook')).toBeNull()
    expect(artefactOfUrl('https://example.com/runbook"onload=')).toBeNull()
  })
})

describe('findLinks', () => {
  it('finds each address once, without the punctuation after it', () => {
    expect(findLinks('see (https://a.example.com/x), https://b.example.com/y_(z). https://a.example.com/x!')).toEqual([
      'https://a.example.com/x',
      'https://b.example.com/y_(z)',
    ])
  })
})
