import { describe, expect, it } from 'vitest'
import { htmlToPlain, oneLine, shorten } from './plain-text.ts'

describe('htmlToPlain', () => {
  it('keeps words, breaks and links, and drops tags, scripts and comments', () => {
    const html =
      '<p>Errors &amp; <b>delays</b><br />for <a href="https://status.example.com/?a=1&amp;b=2">some</a></p><script>alert(1)</script><!-- x --><ul><li>one</li><li>two</li></ul>'
    const { text, links } = htmlToPlain(html)
    expect(text.replace(/\n+/g, '\n')).toBe('Errors & delays\nfor some\n- one\n- two')
    expect(links).toEqual([{ title: 'some', url: 'https://status.example.com/?a=1&b=2' }])
  })

  it('decodes once: an escaped tag stays text', () => {
    expect(htmlToPlain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;').text).toBe('<script>alert(1)</script> &lt;')
    expect(htmlToPlain('a &#65;&#x42; &#0; &nosuch; 3 < 4').text).toBe('a AB \ufffd &nosuch; 3 < 4')
  })

  it('loses nothing of broken HTML but the tags', () => {
    expect(htmlToPlain('before <!-- never closed').text).toBe('before <!-- never closed')
    expect(htmlToPlain('a < b <a href="x').text).toBe('a < b <a href="x')
  })

  it('takes time linear in the text', () => {
    for (const piece of ['<a "', '<!--', '<script>', '<a href="x">', '&', '<'])
      expect(htmlToPlain(piece.repeat(200_000)).text.length).toBeGreaterThanOrEqual(0)
  })
})

describe('oneLine and shorten', () => {
  it('makes one line without control characters', () => {
    expect(oneLine(' a\r\n\tb\u0007\u00a0c ')).toBe('a b c')
  })

  it('cuts at a blank and never inside a character', () => {
    expect(shorten('one two three four', 12)).toBe('one two…')
    expect(shorten('aaaaaaaaa😀bbb', 11)).toBe('aaaaaaaaa…')
    expect(shorten('short')).toBe('short')
  })
})
