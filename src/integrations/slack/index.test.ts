import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import type { ReadContext } from '../kit/source.ts'
import { SlackChannelReader } from './channel-reader.ts'
import { slack } from './index.ts'
import { readSlackExport } from './read-export.ts'
import { slackUserNames } from './user-names.ts'

const START = Date.UTC(2026, 10, 23, 14, 0) / 1000
const ts = (second: number) => `${START + second}.000200`
const said = (second: number, text: string, more: object = {}) => ({
  type: 'message',
  user: 'UADA',
  text,
  ts: ts(second),
  client_msg_id: 'c',
  ...more,
})
const posted = (second: number, username: string, text: string, more: object = {}) => ({
  type: 'message',
  subtype: 'bot_message',
  bot_id: 'B1',
  username,
  text,
  ts: ts(second),
  ...more,
})
const users = [
  { id: 'UADA', name: 'ada', deleted: false, profile: { real_name: 'Ada Example', display_name: 'ada' } },
  { id: 'UBO', name: 'bo', deleted: true, real_name: 'Bo Sample' },
]

function read(messages: readonly unknown[], context: ReadContext = {}): EvidenceBatch {
  const result = slack.read({ ok: true, messages, users }, context)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const titles = (messages: readonly unknown[]) => read(messages).facts.map((fact) => fact.title)

describe('slack', () => {
  it('keeps what happened and leaves the rest out, with the reasons', () => {
    const batch = read([
      { ...said(0, '<@UADA> has joined the channel'), subtype: 'channel_join' },
      posted(1, 'ci-bot', 'Build 12 is waiting for a runner'),
      said(2, 'hi all :wave:'),
      said(3, 'seeing 5xx on checkout-example at 12 % since 13:58'),
      said(4, 'has anyone deployed anything?'),
      said(5, 'I think it could be the pool'),
      said(6, ':eyes:'),
      said(7, 'rolled back checkout-example to 1.4.1'),
      said(8, 'thanks everyone!'),
      said(9, 'going for lunch'),
    ])
    expect(batch.facts.map(({ title, actor, type }) => [title, actor?.name, type])).toEqual([
      ['seeing 5xx on checkout-example at 12 % since 13:58', 'Ada Example', 'message'],
      ['rolled back checkout-example to 1.4.1', 'Ada Example', 'message'],
    ])
    expect(batch.leftOut?.map(({ why, count }) => `${count} ${why}`).sort()).toEqual([
      '1 bot chatter',
      '1 emoji only',
      '1 joins, leaves and channel changes',
      '2 thanks and small talk',
      '3 questions and discussion',
    ])
  })

  it.each([
    'deployed checkout-example 1.4.2 to production',
    'restarted the payment workers',
    'error rate is back to normal',
    'root cause is a pool size of 5',
    'paged the database team',
    'posted an update on the status page',
    'following the runbook <https://wiki.example.com/runbooks/pg>',
    'customers report failing payments',
    'DB cpu at 98 %, connections exhausted',
    'turned off the flag new-checkout',
    '14:22 failover of the primary started',
    'チェックアウトをロールバックしました',
  ])('keeps %j', (text) => {
    expect(titles([said(0, text)])).toHaveLength(1)
  })

  it.each([
    'should we roll back?',
    'can you check the dashboard',
    'maybe it is DNS',
    'lol',
    '👍 👍',
    'nice work team',
    "let's wait",
    'will write it up tomorrow',
    'who is on call',
    '',
  ])('leaves out %j', (text) => {
    expect(titles([said(0, text)])).toEqual([])
  })

  it('keeps what a person marked, whatever it says, and gives it a kind', () => {
    const batch = read([
      said(0, 'we wait', { reactions: [{ name: 'pushpin', count: 1, users: ['UBO'] }] }),
      said(1, 'odd', { pinned_to: ['C01'] }),
    ])
    expect(batch.facts.map(({ title, kind, labels }) => [title, kind, labels?.marked])).toEqual([
      ['we wait', expect.any(String), 'pushpin'],
      ['odd', expect.any(String), 'pinned'],
    ])
  })

  it('keeps the alerts of monitoring bots', () => {
    const batch = read([
      posted(0, 'Alertmanager', '[FIRING:2] HighErrorRate (checkout-example critical)', {
        attachments: [{ text: 'See <https://wiki.example.com/runbooks/high-error-rate|Runbook>' }],
      }),
      posted(60, 'Alertmanager', '', { attachments: [{ title: '[RESOLVED] HighErrorRate', fallback: 'x' }] }),
      posted(90, 'PagerDuty', 'Triggered #12: Checkout errors'),
    ])
    expect(batch.facts.map(({ title, kind, labels }) => [title, kind, labels?.alertname])).toEqual([
      ['Alert HighErrorRate firing', 'alert', 'HighErrorRate'],
      ['Alert HighErrorRate resolved', 'other', 'HighErrorRate'],
      ['Triggered #12: Checkout errors', 'alert', undefined],
    ])
    expect(batch.facts[0]?.actor).toEqual({ name: 'Alertmanager', bot: true })
    expect(batch.artefacts).toContainEqual({
      kind: 'runbook',
      title: 'Runbook',
      url: 'https://wiki.example.com/runbooks/high-error-rate',
    })
  })

  it('turns mrkdwn into plain text and links into artefacts', () => {
    const text =
      '*deployed* `1.4.2` for <@UBO> in <#C01|payments>, cc <!subteam^S1|@sre>: <https://github.com/acme-example/x/pull/4|#4> &lt;5 min &amp; ok'
    const batch = read([said(0, text)])
    expect(batch.facts[0]?.title).toBe('deployed `1.4.2` for Bo Sample in #payments, cc @sre: #4 <5 min & ok')
    expect(batch.artefacts).toEqual([{ kind: 'change', title: '#4', url: 'https://github.com/acme-example/x/pull/4' }])
    expect(batch.facts[0]?.labels).toEqual({ pull_request: '4' })
  })

  it('reads the words of blocks where there is no text', () => {
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'restarted the pods for ' },
              { type: 'user', user_id: 'UBO' },
            ],
          },
        ],
      },
    ]
    expect(titles([said(0, '', { blocks })])).toEqual(['restarted the pods for Bo Sample'])
  })

  it('gives links to messages where the address of the channel is known, and the permalink where Slack gave one', () => {
    const url = 'https://acme-example.slack.com/archives/C0123'
    const messages = [
      said(0, 'restarted a'),
      said(1, 'restarted b', { thread_ts: ts(0) }),
      said(2, 'restarted c', { permalink: 'https://x.example.com/p1' }),
    ]
    expect(read(messages, { channelUrl: url }).facts.map((fact) => fact.url)).toEqual([
      `${url}/p${ts(0).replace('.', '')}`,
      `${url}/p${ts(1).replace('.', '')}?thread_ts=${ts(0)}&cid=C0123`,
      'https://x.example.com/p1',
    ])
  })

  it('names commander and recorder where somebody says so outright', () => {
    expect(read([said(0, "I'm the incident commander, <@UBO> is scribe")]).incident).toEqual({
      commander: 'Ada Example',
      recorder: 'Bo Sample',
    })
    expect(read([said(0, 'who is incident commander?'), said(1, 'I am not IC')]).incident).toBeUndefined()
  })

  it('cuts a long thread to what is plain, and says how much it left out', () => {
    const replies = Array.from({ length: 60 }, (_, at) =>
      said(at + 1, at % 2 ? `restarted worker ${at}` : `noticed it again ${at}`, { thread_ts: ts(0) }),
    )
    const batch = read([said(0, 'deployed 1.4.2', { thread_ts: ts(0), reply_count: 60 }), ...replies])
    expect(batch.facts).toHaveLength(26)
    expect(batch.facts.every(({ title }) => !title.startsWith('noticed'))).toBe(true)
    expect(batch.leftOut).toContainEqual({ why: 'less telling replies of long threads', count: 35 })
    expect(new Set(batch.facts.map((fact) => fact.thread))).toEqual(new Set([ts(0)]))
  })

  it('F13 says what is wrong: an error answer, another shape, messages without a key, pages that are missing', () => {
    expect(slack.read({ ok: false, error: 'not_in_channel' })).toMatchObject({
      ok: false,
      refusal: { code: 'slack-error' },
    })
    expect(slack.read({ incidents: [] })).toMatchObject({ ok: false, refusal: { code: 'not-slack' } })
    const result = slack.read({
      ok: true,
      has_more: true,
      messages: [{ text: 'restarted a' }, said(0, 'restarted b'), said(1, 'x', { ts: '0.1' }), 7],
    })
    expect(result.ok && result.value.problems?.map(({ path }) => path)).toEqual([
      '$.messages[0]',
      '$.messages[2].ts',
      '$.messages[3]',
      '$.messages',
    ])
    expect(result.ok && result.value.facts).toHaveLength(1)
  })

  it('F15 the same message from two pages, or twice, is one fact; its key is its ts as text', () => {
    const messages = [said(0, 'restarted a'), said(1, 'restarted b')]
    const twice = slack.read([
      { ok: true, messages },
      { ok: true, messages: [...messages].reverse() },
    ])
    const once = slack.read({ ok: true, messages })
    expect(twice.ok && twice.value.facts).toEqual(once.ok && once.value.facts)
    expect(once.ok && once.value.facts.map((fact) => fact.id)).toEqual([`slack:${ts(0)}`, `slack:${ts(1)}`])
    expect(
      titles([
        said(0, 'restarted a', { ts: '1764000000.000100' }),
        said(0, 'restarted b', { ts: '1764000000.000101' }),
      ]),
    ).toHaveLength(2)
  })

  it('F18 masks tokens in messages and in links to files', () => {
    const batch = read([
      said(0, `restarted with token=abc123def456, log at <https://files.example.com/log?token=xoxe${'-'}1-secret|log>`),
    ])
    expect(JSON.stringify(batch)).not.toMatch(/abc123def|1-secret/)
    expect(batch.masked).toBe(1)
    const linked = read([said(0, `restarted, runbook <https://wiki.example.com/runbooks/x?token=s3cretvalue>`)])
    expect(linked.artefacts?.[0]?.url).toBe('https://wiki.example.com/runbooks/x?token=masked')
  })

  it('F19 keeps unknown users by id, deleted ones by name, and invents nobody', () => {
    const batch = read([
      said(0, 'restarted <@UGONE>', { user: 'UNKNOWN1' }),
      said(1, 'restarted x', { user: 'UBO' }),
      said(2, 'restarted y', { user: undefined }),
      said(3, 'restarted z', { user: 'UNEW', user_profile: { real_name: 'Cy Placeholder' } }),
    ])
    expect(batch.facts.map(({ title, actor }) => [title, actor?.name])).toEqual([
      ['restarted UGONE', 'UNKNOWN1'],
      ['restarted x', 'Bo Sample'],
      ['restarted y', undefined],
      ['restarted z', 'Cy Placeholder'],
    ])
  })
})

describe('a Slack export', () => {
  const files = [
    { path: 'incident-7/2026-11-23.json', value: [said(0, 'deployed 1.4.2', { thread_ts: ts(0), reply_count: 1 })] },
    {
      path: 'incident-7/2026-11-24.json',
      value: [said(90_000, 'rolled back to 1.4.1', { thread_ts: ts(0), user: 'UBO' })],
    },
    { path: 'random/2026-11-23.json', value: [said(5, 'restarted my laptop')] },
    { path: 'users.json', value: users },
    { path: 'channels.json', value: [{ id: 'C0000007', name: 'incident-7' }] },
    { path: 'integration_logs.json', value: [] },
  ]
  const reading = (options: object = {}) => {
    const result = readSlackExport(files, options)
    if (!result.ok) throw new Error(result.refusal.message)
    return result.value
  }

  it('reads one channel by name or id, with threads over day files and users that come last', () => {
    for (const channel of ['incident-7', '#incident-7', 'C0000007']) {
      const batch = reading({ channel })
      expect(
        batch.facts.map(({ title, thread, actor, labels }) => [title, thread, actor?.name, labels?.channel]),
      ).toEqual([
        ['deployed 1.4.2', ts(0), 'Ada Example', 'incident-7'],
        ['rolled back to 1.4.1', ts(0), 'Bo Sample', 'incident-7'],
      ])
    }
    expect(reading().facts).toHaveLength(3)
    expect(reading().problems?.[0]?.message).toMatch(/All 2 channels/)
  })

  it('keeps to the window, skips days outside it, and refuses a channel that is not there', () => {
    expect(reading({ channel: 'incident-7', to: (START + 60) * 1000 }).facts).toHaveLength(1)
    expect(readSlackExport(files, { channel: 'nope' })).toMatchObject({
      ok: false,
      refusal: { code: 'no-such-channel' },
    })
    expect(readSlackExport([], {})).toMatchObject({ ok: false, refusal: { code: 'not-slack-export' } })
  })

  it('is recognised as one value too', () => {
    const value = Object.fromEntries(files.map(({ path, value: file }) => [path, file]))
    expect(slack.recognises(value)).toBe(true)
    const result = slack.read(value, { channel: 'incident-7' })
    expect(result.ok && result.value.facts).toHaveLength(2)
  })

  it('F17 keeps memory bounded over many messages, shows progress, and keeps the most telling', () => {
    const reader = new SlackChannelReader({ most: 100 })
    let most = 0
    for (let day = 0; day < 40; day++) {
      reader.take(
        Array.from({ length: 500 }, (_, at) =>
          said(
            day * 86_400 + at,
            at === 250 ? `rolled back and recovered, root cause found ${day}` : `deployed ${day}-${at}`,
          ),
        ),
      )
      most = Math.max(most, reader.progress.kept)
    }
    expect(reader.progress.read).toBe(20_000)
    expect(most).toBeLessThanOrEqual(700)
    const batch = reader.finish()
    expect(batch.facts).toHaveLength(100)
    expect(batch.facts.filter(({ title }) => title.startsWith('rolled back'))).toHaveLength(40)
    expect(batch.leftOut).toContainEqual({ why: 'beyond the 100 most telling messages', count: 19_900 })
  })
})

describe('slackUserNames', () => {
  it('reads users.json and users.list, and skips what has no name', () => {
    expect([...slackUserNames({ ok: true, members: [...users, { id: 'UX' }, 7] })]).toEqual([
      ['UADA', 'Ada Example'],
      ['UBO', 'Bo Sample'],
    ])
  })
})
