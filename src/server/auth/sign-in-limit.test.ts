import { expect, it } from 'vitest'
import { SignInLimit } from './sign-in-limit.ts'

const guesses = (limit: SignInLimit, count: number, address: string, email: (at: number) => string, now: number) => {
  for (let at = 0; at < count; at++) limit.take(address, email(at), now)
}

it('F33 stops who guesses one password, or the passwords of many, for a while', () => {
  const limit = new SignInLimit()
  guesses(limit, 10, '192.0.2.1', () => 'ada@example.com', 0)
  expect(() => limit.take('192.0.2.2', 'ADA@example.com', 1000)).toThrow(/too many tries/)
  guesses(limit, 50, '192.0.2.3', (at) => `person${at}@example.com`, 0)
  expect(() => limit.take('192.0.2.3', 'another@example.com', 0)).toThrow(/too many tries/)
  limit.take('192.0.2.4', 'ada@example.com', 15 * 60 * 1000)
})

it('forgets the tries of who has signed in', () => {
  const limit = new SignInLimit()
  guesses(limit, 10, '192.0.2.1', () => 'ada@example.com', 0)
  limit.forget('Ada@example.com')
  limit.take('192.0.2.1', 'ada@example.com', 0)
})
