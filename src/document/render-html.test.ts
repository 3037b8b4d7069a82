import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../base/sample-runs.ts'
import { parsePostmortem } from './parse.ts'
import { renderHtml } from './render-html.ts'
import { renderPage } from './render-page.ts'
import { blankPostmortem } from './template.ts'

const VOID = new Set(['br', 'hr', 'input'])
const REL = ' rel="noopener noreferrer nofollow"'
/** Every tag that may come out, letter by letter. */
const TAG = new RegExp(
  `^<(?:/?(?:p|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|pre|code|em|strong|s|a|span|h[1-6])|br|hr|ol start="\\d+"|` +
    `h[1-6] id="section-[\\p{L}\\p{N}-]+"(?: dir="auto")?|(?:p|li|td|blockquote) dir="auto"|th scope="(?:col|row)"(?: class="(?:left|right|center)")?(?: dir="auto")?|` +
    `td class="(?:left|right|center)"(?: dir="auto")?|pre class="html"|span class="control"|` +
    `input type="checkbox" disabled(?: checked)? aria-label="(?:not )?ticked"|` +
    `a href="(?:(?:https?:|mailto:)[^"<>\\s]*|#section-[^"<>\\s]*|[^":<>\\s]*|[^":<>\\s]*[/?#][^"<>\\s]*)"${REL})>$`,
  'u',
)

/** Fails unless the HTML is made of allowed tags only, each closed in order, and of text without marks. */
function expectClean(html: string): void {
  const open: string[] = []
  let done = 0
  for (const match of html.matchAll(/<[^<>]*>/g)) {
    expect(html.slice(done, match.index)).not.toMatch(/[<>]/)
    done = match.index + match[0].length
    expect(match[0]).toMatch(TAG)
    const name = /^<\/?([a-z0-9]+)/.exec(match[0])![1]!
    if (match[0].startsWith('</')) expect(open.pop()).toBe(name)
    else if (!VOID.has(name)) open.push(name)
  }
  expect(html.slice(done)).not.toMatch(/[<>]/)
  expect(open).toEqual([])
}

describe('HTML of a postmortem', () => {
  it('renders the template with headings, lists, tables and boxes', () => {
    const html = renderHtml(parsePostmortem(blankPostmortem({ title: 'Checkout <slow> & "late"' })))
    expectClean(html)
    expect(html).toContain(
      '<h1 id="section-postmortem--checkout-slow--late">Postmortem — Checkout &lt;slow&gt; &amp; &quot;late&quot;</h1>',
    )
    expect(html).toContain('<th scope="col">Owner</th>')
    expect(html).toContain('<li><input type="checkbox" disabled aria-label="not ticked"> Posted in')
  })

  it('renders ticked boxes, as signs where asked', () => {
    const source = '- [x] told\n- [ ] **not** told\n'
    expect(renderHtml(source)).toContain('disabled checked aria-label="ticked"> told')
    expect(renderHtml(source, { boxes: 'text' })).toBe(
      '<ul>\n<li>☑ told</li>\n<li>☐ <strong>not</strong> told</li>\n</ul>\n',
    )
  })

  it('shows HTML as text, breaks lines at <br>, and leaves closed comments out', () => {
    expect(renderHtml('a <b>c</b><br>d <!-- e --> f')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;<br>d  f</p>\n')
    expect(renderHtml('<!-- a -->\n\n<div>b</div>\n')).toBe('<pre class="html">&lt;div&gt;b&lt;/div&gt;</pre>\n')
    expect(renderHtml('<!-- never closed\n\n# Root cause\n')).toContain('# Root cause')
  })

  it('makes links of images and of bare addresses, and leads anchors to headings', () => {
    expect(renderHtml('![a chart](https://img.example.com/c.png)')).toBe(
      `<p><a href="https://img.example.com/c.png"${REL}>a chart</a></p>\n`,
    )
    expect(renderHtml('see https://a.example/x_(y).')).toContain(
      `<a href="https://a.example/x_(y"${REL}>https://a.example/x_(y</a>).`,
    )
    expect(renderHtml('# Root cause\n\n[why](#root-cause)')).toContain(`<a href="#section-root-cause"${REL}>why</a>`)
    expect(renderHtml('[![i](https://i.example)](https://l.example)')).toBe(
      `<p><a href="https://l.example"${REL}>i</a></p>\n`,
    )
  })

  it('gives every heading a name of its own', () => {
    const html = renderHtml('# a\n\n# a\n\n# a 1\n\n# ???\n\n# 障害\n')
    expect([...html.matchAll(/id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'section-a',
      'section-a-1',
      'section-a-1-1',
      'section-section',
      'section-障害',
    ])
  })

  it('shows front matter as a table, and takes a stretch beyond the limits as text', () => {
    expect(renderHtml('---\ntitle: <i>\n---\n\nx')).toBe(
      '<table>\n<tbody>\n<tr><th scope="row">title</th><td>&lt;i&gt;</td></tr>\n</tbody>\n</table>\n<p>x</p>\n',
    )
    expect(renderHtml(`${'> '.repeat(5000)}x`)).toBe(`<p>${'&gt; '.repeat(5000)}x</p>\n`)
    expect(renderHtml(`|${'a|'.repeat(1001)}`)).toBe(`<p>|${'a|'.repeat(1001)}</p>\n`)
  })

  it('F07 lets right-to-left text run its own way and shows what would turn it', () => {
    expect(renderHtml('שלום')).toBe('<p dir="auto">שלום</p>\n')
    expect(renderHtml('a\u202eb\u2066c')).toBe(
      '<p>a<span class="control">U+202E</span>b<span class="control">U+2066</span>c</p>\n',
    )
  })
})

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import "https://evil.example"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<base href="https://evil.example">',
  '<form action="https://evil.example"><input name=a></form>',
  '<p style="background:url(javascript:alert(1))" id="location">x</p>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\\\nscript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](\\\\evil.example)',
  '[x](file:///etc/passwd)',
  '[x](https://ok.example" onmouseover="alert(1))',
  '[x](https://ok.example "t\\" onmouseover=alert(1)")',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](javascript:alert(1))',
  '![" onerror="alert(1)](https://ok.example)',
  '![![![x](javascript:a)](data:b)](vbscript:c)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '`<script>`',
  '``` "><script>alert(1)</script>\n<b>\n```',
  '# <img src=x onerror=alert(1)> {#location onclick=alert(1)}',
  '| <script> |\n|:-"-:|\n| x |',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> \\| <b> |',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script>',
  'a <!-- x --> <script> <!-- y',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php <script> ?>',
  '<!DOCTYPE html [<!ENTITY x "y">]>',
  '---\ntitle: "<script>alert(1)</script>"\n"><img src=x>: y\n---\n',
  '1. <script>\n9999999999. x',
  'https://ok.example/"onmouseover="alert(1)',
  'https://ok.example/<script>',
  '\u0000<script>\u0000',
]

describe('F39 what a stranger may write', () => {
  it.each(ATTACKS)('%j never runs', (attack) => {
    for (const source of [
      attack,
      `- ${attack}`,
      `> ${attack}`,
      `x ${attack} y`,
      `| a |\n|---|\n| ${attack.split('\n')[0]} |`,
    ]) {
      const html = renderHtml(source)
      expectClean(html)
      expect(html).not.toMatch(/<[^>]*(?:javascript|vbscript|data|file):/i)
    }
  })

  it('in any mixture, under any name', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        '\n',
        '\n\n',
        '- ',
        '> ',
        '| ',
        ' |\n|---|\n',
        '`',
        '```',
        '*',
        '**',
        '_',
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        '"',
        "'",
        '&',
        '<!--',
        '-->',
        '<a href="',
        '\\',
        '~~',
        '#',
        '\u202e',
        '\r',
        '\t',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => expectClean(renderHtml(pieces.join('')))),
      { seed: 20261123, numRuns: sampleRuns(1500) },
    )
  })

  it('gets into no other place of a page', () => {
    const page = renderPage(parsePostmortem('# \\</title>\\<script>alert(1)\\</script>\n\nx\n'), {
      lang: 'en"><script>',
    })
    expect(page).not.toContain('<script>')
    expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>')
    expect(page).toContain("default-src 'none'")
  })
})
