import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

function sentences(text: string): string[] {
  return splitSentences(text).map(({ from, to }) => text.slice(from, to))
}

describe('splitSentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Rolled back v1.2.3. Errors fell to 0.5 %. Done', ['Rolled back v1.2.3.', 'Errors fell to 0.5 %.', 'Done']],
    ['See https://status.example.com/a.b?c=1. It ended.', ['See https://status.example.com/a.b?c=1.', 'It ended.']],
    [
      'Some tenants, e.g. Example Ltd, and others, i.e. Bo. Then more.',
      ['Some tenants, e.g. Example Ltd, and others, i.e. Bo.', 'Then more.'],
    ],
    ['Queues, caches, etc. were full. It ended.', ['Queues, caches, etc. were full.', 'It ended.']],
    ['Queues, caches, etc. The pool was full.', ['Queues, caches, etc.', 'The pool was full.']],
    ['At 9 a.m. traffic rose. It held.', ['At 9 a.m. traffic rose.', 'It held.']],
    ['J. Example paged B. Sample. They met.', ['J. Example paged B. Sample.', 'They met.']],
    ['Ticket no. 12 was open. No. Nothing.', ['Ticket no. 12 was open.', 'No.', 'Nothing.']],
    ['He said "It works." Then it failed.', ['He said "It works."', 'Then it failed.']],
    [
      'The file app.config.ts was empty... Then it was not.',
      ['The file app.config.ts was empty...', 'Then it was not.'],
    ],
    ['決済が止まった。原因は設定です。復旧した', ['決済が止まった。', '原因は設定です。', '復旧した']],
    ['「止まった。」と通知が来た。復旧した。', ['「止まった。」と通知が来た。', '復旧した。']],
    ['Broken in\ntwo lines. End', ['Broken in\ntwo lines.', 'End']],
    ['First\n\nSecond', ['First', 'Second']],
    ['- one\n- two', ['- one', '- two']],
    ['1. One thing. 2 more.', ['1. One thing.', '2 more.']],
    ['', []],
    ['... — !', []],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected))
})
