import { describe, expect, it } from 'vitest'
import { readMailSettings } from './mail-settings.ts'

const FROM = 'Postmortems <postmortems@example.com>'
const read = (SMTP_URL?: string, MAIL_FROM?: string) => {
  const settings = readMailSettings({ SMTP_URL, MAIL_FROM })
  return settings.ok ? settings.value : settings.refusal.message
}

describe('the settings of mail', () => {
  it('are none where nothing is set', () => {
    expect(read()).toBeNull()
    expect(read('  ', '')).toBeNull()
  })
  it('are read from the address', () => {
    expect(read('smtps://ada:p%40ss%3Aword@mail.example.com', FROM)).toEqual({
      host: 'mail.example.com',
      port: 465,
      tls: 'always',
      user: 'ada',
      password: 'p@ss:word',
      trust: null,
      from: { name: 'Postmortems', address: 'postmortems@example.com' },
    })
    expect(read('smtp://mail.example.com:2525', 'postmortems@example.com')).toMatchObject({
      port: 2525,
      tls: 'offered',
      user: null,
      from: { name: '', address: 'postmortems@example.com' },
    })
  })
  it('send no password over a network in the clear', () => {
    expect(read('smtp://ada:secret@mail.example.com', FROM)).toMatchObject({ port: 587, tls: 'required' })
    expect(read('smtp://ada:secret@localhost', FROM)).toMatchObject({ tls: 'offered' })
    expect(read('smtp://ada:secret@[::1]', FROM)).toMatchObject({ host: '::1', tls: 'offered' })
  })
  it('are refused with a sentence that repeats no password', () => {
    for (const url of [
      'http://ada:secret@mail.example.com',
      'smtp://ada:secret@mail.example.com/path',
      'smtp://ada:secret@mail.example.com?tls=no',
      'smtp://ada@mail.example.com',
      'smtp://ada:secret%zz@mail.example.com',
      'ada:secret@mail.example.com',
      'smtp://',
    ]) {
      const message = read(url, FROM)
      expect(message).toMatch(/^SMTP_URL is not usable; expected such as smtp:/)
      expect(message).not.toContain('secret')
    }
    expect(read(undefined, FROM)).toMatch(/^SMTP_URL is missing/)
    expect(read('smtp://mail.example.com')).toMatch(/^MAIL_FROM is missing/)
    for (const from of ['postmortems', 'a@b.example\r\nBcc: c@d.example', 'X <a@b', '<>'])
      expect(read('smtp://mail.example.com', from)).toMatch(/^MAIL_FROM is no address/)
  })
})
