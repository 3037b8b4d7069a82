import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { sampleRuns } from '../base/sample-runs.ts'
import type { Block } from './blocks.ts'
import { guard } from './guard.ts'
import { parseBlocks } from './parse-blocks.ts'

interface Found {
  readonly headings: readonly (readonly [level: number, words: string])[]
  /** Rows of cells, the header first. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

/** Headings and tables as our blocks have them, cells and words by their spans. */
function ours(source: string): Found {
  const headings: [number, string][] = []
  const tables: string[][][] = []
  const words = ({ from, to }: { from: number; to: number }) => source.slice(from, to)
  const walk = (block: Block) => {
    if (block.type === 'heading') headings.push([block.level, words(block.text)])
    else if (block.type === 'table')
      tables.push([block.header, ...block.rows.map(({ cells }) => cells)].map((row) => row.map(words)))
    else if (block.type === 'list') for (const item of block.items) item.blocks.forEach(walk)
    else if (block.type === 'quote') block.blocks.forEach(walk)
  }
  parseBlocks(guard(source)).forEach(walk)
  return { headings, tables }
}

interface Node {
  readonly type: string
  readonly depth?: number
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } }
}

/** The same by micromark with GFM, the reference. */
function reference(source: string): Found {
  const headings: [number, string][] = []
  const tables: string[][][] = []
  const walk = (node: Node) => {
    if (node.type === 'heading') headings.push([node.depth!, inside(source, node)])
    if (node.type === 'table') {
      // The reference keeps cells beyond the header's; no renderer shows them.
      const columns = node.children![0]!.children!.length
      tables.push(node.children!.map((row) => row.children!.slice(0, columns).map((cell) => inside(source, cell))))
    } else node.children?.forEach(walk)
  }
  walk(fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node)
  return { headings, tables }
}

function inside(source: string, { children = [] }: Node): string {
  const [first, last] = [children[0], children.at(-1)]
  return first ? source.slice(first.position!.start.offset, last!.position!.end.offset) : ''
}

const words = fc
  .array(
    fc.constantFrom(
      'words',
      'a',
      '*b*',
      '`c`',
      '`x \\| y`',
      '\\|',
      '\\*',
      '\\`',
      '👩‍🚒',
      'e\u0301',
      'שלום',
      '障害',
      '#',
      '1.',
      '\\\\',
      '&amp;',
      '<b>',
      '[x](y)',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => `w${all.join(' ')}`)
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words, fc.constantFrom('', ' ##', '  '))
  .map(([level, text, end]) => `${'#'.repeat(level)} ${text.replaceAll('|', '')}${end}\n`)
const underlined = fc
  .tuple(words, fc.constantFrom('===', '---'))
  .map(([text, line]) => `${text.replaceAll('|', '')}\n${line}\n`)
const row = fc
  .tuple(fc.array(fc.oneof(words, fc.constant('')), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([cells, outer]) =>
    outer || cells.length === 1 || cells[0] === '' || cells.at(-1) === ''
      ? `| ${cells.join(' | ')} |\n`
      : `${cells.join('|')}\n`,
  )
const table = fc
  .tuple(
    fc.array(words, { minLength: 2, maxLength: 4 }),
    fc.constantFrom('---', ':--', '--:', ':-:'),
    fc.array(row, { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([header, line, rows, outer]) => {
    const [names, lines] = [header.join(' | '), header.map(() => line).join('|')]
    return `${outer ? `| ${names} |\n|${lines}|` : `${names}\n${lines}`}\n${rows.join('')}\n`
  })
const prose = words.map((text) => `${text}\nand more\n\n`)
const list = fc
  .tuple(words, table, heading)
  .map(([text, inner, title]) => `- ${text}\n\n${indented(inner)}\n- ${title}\n`)
const code = fc.tuple(heading, table).map((inner) => `\`\`\`\n${inner.join('')}\n\`\`\`\n`)
const leaf = fc.oneof(heading, underlined, table, prose, code)
const quote = fc
  .array(leaf, { minLength: 1, maxLength: 3 })
  .map((inner) => `${inner.join('\n').trimEnd().replace(/^/gm, '> ')}\n\n`)
const block = fc.oneof(leaf, leaf, list, quote, fc.constant('<div>\n# no heading\n</div>\n\n'))

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

describe('blocks', () => {
  it('F06 have the cells of tables with pipes in code, escaped pipes, ragged rows and no outer pipes', () => {
    const source = 'a | b\n--|:-:\n`x\\|y` | p \\| q\n| one |\n | 1 | 2 | 3 |\n\n> | q |\n> |---|\n> | r |\n'
    expect(ours(source).tables).toEqual([
      [['a', 'b'], ['`x\\|y`', 'p \\| q'], ['one'], ['1', '2']],
      [['q'], ['r']],
    ])
  })

  it('have headings and tables where the reference has them, with the same words', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (blocks, ending) => {
        const source = blocks.join('\n').replaceAll('\n', ending)
        const found = ours(source)
        expect(found).toEqual(reference(source))
        compared += found.headings.length + found.tables.length
      }),
      { seed: 20261123, numRuns: sampleRuns(400) },
    )
    expect(compared).toBeGreaterThan(sampleRuns(500))
  })
})
