import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from './commands.ts'

const folder = new URL('./commands/', import.meta.url)

describe('the list of commands', () => {
  it('names every file of the folder, once, sorted', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    const names = COMMANDS.map((command) => command.name)
    expect(names).toEqual(files.map((name) => name.slice(0, -3)).sort())
  })

  it('loads what it says, with help and examples', async () => {
    for (const listed of COMMANDS) {
      const command = await listed.load()
      expect(command.name).toBe(listed.name)
      expect(command.summary).toBe(listed.summary)
      expect(command.summary).toMatch(/^[A-Z].*[^.]$/)
      expect(command.formats[0]).toBe('text')
      expect(command.formats).toContain('json')
      expect(command.examples.length, `${command.name} has examples`).toBeGreaterThan(0)
      for (const example of command.examples) expect(example.run.split(' ')[0]).toBe(command.name)
    }
  })
})
