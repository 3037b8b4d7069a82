import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

/** `words | owner | due` of each item. */
function items(...lines: string[]): string[] {
  return parsePostmortem(
    ['# Checkout-example down, 2026-05-03', '', '## Action items', '', ...lines].join('\n'),
  ).actionItems.map(
    ({ description, owner, due }) => `${description.text} | ${owner?.text ?? '-'} | ${due?.value ?? '-'}`,
  )
}

describe('action items as tables', () => {
  it('reads columns by their names, in English and Japanese', () => {
    expect(
      items(
        '| ID | Action | Type | Owner | Due | Ticket |',
        '|---|---|---|---|---|---|',
        '| A1 | Add alert | detect | Ada | 2026-06-01 | OPS-1 |',
      ),
    ).toEqual(['Add alert | Ada | 2026-06-01'])
    expect(items('| 担当 | 対策 | 期限 |', '|---|---|---|', '| 見本 | 監視を追加 | 2026/06/01 |')).toEqual([
      '監視を追加 | 見本 | 2026-06-01',
    ])
    expect(items('| Ação | Responsável | Prazo |', '|---|---|---|', '| Novo alerta | Ada | 2026-06-01 |')).toEqual([
      'Novo alerta | Ada | 2026-06-01',
    ])
  })

  it('gives cells that can be edited one by one', () => {
    const source = '# T\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Add alert | | 1 June 2026 |\n'
    const [item] = parsePostmortem(source).actionItems
    expect(item).toMatchObject({ id: 'A1', idGiven: false, form: 'table' })
    expect(source.slice(item!.due!.span.from, item!.due!.span.to)).toBe('1 June 2026')
    expect(item!.owner!.span.from).toBe(item!.owner!.span.to)
  })
})

describe('action items as lists', () => {
  it.each([
    ['- [ ] Add alert (owner: Ada Example, due 2026-06-01)', 'Ada Example', '2026-06-01'],
    ['- [x] Add alert - @ada - due June 1, 2026', '@ada', '2026-06-01'],
    ['1. Add alert - Owner: Ada - Due: 2026-06-01', 'Ada', '2026-06-01'],
    ['- Add alert. *Owner: Ada Example.* *Due: 2026-06-01.*', 'Ada Example', '2026-06-01'],
    ['- **Add alert** — Ada Example — 2026-06-01', 'Ada Example', '2026-06-01'],
    ['- Add alert (Ada Example, 2026-06-01)', 'Ada Example', '2026-06-01'],
    ['- Add alert [Owner: Ada Example] [Due: 2026-06-01]', 'Ada Example', '2026-06-01'],
    ['- アラートを追加（担当: 見本、期限: 2026/06/01）', '見本', '2026-06-01'],
    ['- Add alert (canary deployment)', '-', '-'],
  ])('%j', (line, owner, due) => {
    const [item] = items(line)
    expect(item?.split(' | ').slice(1)).toEqual([owner, due])
  })

  it('finds the ticket and the status', () => {
    const [open, done] = parsePostmortem(
      '# T\n\n## Action items\n\n- [ ] Add alert [#12](https://git.example.com/ops/issues/12)\n- [x] OPS-4: roll back\n',
    ).actionItems
    expect(open!.ticket?.text).toBe('#12')
    expect(open!.status?.value).toBe('open')
    expect(done!.ticket?.text).toBe('OPS-4')
    expect(done!.status?.value).toBe('done')
  })

  it('reads labels nested below', () => {
    expect(items('- Add alert', '  - Owner: Ada Example', '  - Due: 1 June 2026')).toEqual([
      'Add alert | Ada Example | 2026-06-01',
    ])
  })

  it('takes what is below a group, and what is below an item as part of it', () => {
    expect(items('- Short term:', '  - Add alert', '- Move the queue to another host', '  - and its backup')).toEqual([
      'Add alert | - | -',
      'Move the queue to another host | - | -',
    ])
    expect(
      items('1. **Deeper monitoring**', '   We will add alerts for each of:', '', '- disk', '- memory', ''),
    ).toHaveLength(1)
  })

  it('takes bullets and boxes that are no marks of Markdown', () => {
    expect(items('• Add alert', '• Add canary')).toEqual(['Add alert | - | -', 'Add canary | - | -'])
  })

  it('reads headings with labels', () => {
    expect(items('### A1: Add alert', '', '**Owner:** Ada Example', '**Due:** 2026-06-01')).toEqual([
      'A1: Add alert | Ada Example | 2026-06-01',
    ])
  })

  it('groups by headings below', () => {
    expect(items('### Process', '', '1. Write a runbook', '', '### Technical', '', '1. Add alert')).toHaveLength(2)
  })

  it('takes no placeholder for an item', () => {
    expect(items('None')).toEqual([])
    expect(items('- TBD')).toEqual([])
  })
})

describe('owners and groups in lists', () => {
  it('reads a name in brackets at the end where every item has one', () => {
    expect(items('- Add an alert (Ada Example)', '- Write a runbook (Bo Sample)')).toEqual([
      'Add an alert (Ada Example) | Ada Example | -',
      'Write a runbook (Bo Sample) | Bo Sample | -',
    ])
    expect(items('- Add an alert (Data Layer)', '- Write a runbook')).toEqual([
      'Add an alert (Data Layer) | - | -',
      'Write a runbook | - | -',
    ])
  })

  it('reads a name that stands first', () => {
    expect(items('- Ada Example to add an alert by 2026-06-01', '- **[Bo Sample]** Write a runbook')).toEqual([
      'Ada Example to add an alert by 2026-06-01 | Ada Example | 2026-06-01',
      '[Bo Sample] Write a runbook | Bo Sample | -',
    ])
    expect(items('- Upgrade Example to use retries', '- **[High Priority]** Write a runbook')).toEqual([
      'Upgrade Example to use retries | - | -',
      '[High Priority] Write a runbook | - | -',
    ])
  })

  it('reads names as labels where every item has one and a day', () => {
    expect(
      items('- [ ] Ada Example: add an alert (2026-06-01)', '- [ ] Bo Sample: write a runbook 📅 2026-06-08'),
    ).toEqual([
      'Ada Example: add an alert (2026-06-01) | Ada Example | 2026-06-01',
      'Bo Sample: write a runbook 📅 2026-06-08 | Bo Sample | 2026-06-08',
    ])
    expect(items('- Load Balancer: add an alert', '- Order Queue: write a runbook')).toEqual([
      'Load Balancer: add an alert | - | -',
      'Order Queue: write a runbook | - | -',
    ])
  })

  it('reads a day as ticket systems write it', () => {
    expect(items('- Add an alert – Assignee: Ada Example – Due: 17/Jun/26')).toEqual([
      'Add an alert – Assignee: Ada Example – Due: 17/Jun/26 | Ada Example | 2026-06-17',
    ])
  })

  it('reads a day after semicolons', () => {
    expect(items('- Lock the import; @ada; 2026-06-01')).toEqual([
      'Lock the import; @ada; 2026-06-01 | @ada | 2026-06-01',
    ])
  })

  it('takes a box of one word above boxes as the name of a group', () => {
    expect(
      items('- [ ] Prevent', '  - [ ] Add an alert (@ada)', '- [ ] Write a runbook', '  - [ ] Ask support'),
    ).toEqual(['Add an alert (@ada) | @ada | -', 'Write a runbook | - | -'])
  })

  it('knows columns of targets', () => {
    expect(
      items('| Item | Action owner | Target completion |', '|---|---|---|', '| Add alert | Ada | 6/1/2026 |'),
    ).toEqual(['Add alert | Ada | 2026-06-01'])
  })
})
