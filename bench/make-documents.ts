/** Makes postmortems of about 7 kB for measuring, by seeded mutation of the real ones in the material. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from './seeded.ts'

const WANTED = 7000

/** Writes `count` documents into a folder and answers how many bytes they have together. */
export function makeDocuments(material: string, folder: string, count: number): number {
  const source = join(material, 'corpus/docs')
  const originals = readdirSync(source)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(source, name), 'utf8'))
  const random = seeded(20261123)
  mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const text = mutated(originals[Math.floor(random() * originals.length)]!, random)
    bytes += Buffer.byteLength(text)
    writeFileSync(join(folder, `doc-${String(index).padStart(5, '0')}.md`), text)
  }
  return bytes
}

/** Paragraphs dropped or repeated until the length fits, figures changed so that no two documents are equal. */
function mutated(original: string, random: () => number): string {
  const parts = original.split(/\n{2,}/)
  while (parts.join('\n\n').length > WANTED * 1.2 && parts.length > 8)
    parts.splice(3 + Math.floor(random() * (parts.length - 3)), 1)
  while (parts.join('\n\n').length < WANTED * 0.8) {
    const from = Math.floor(random() * parts.length)
    parts.splice(from, 0, parts[Math.floor(random() * parts.length)]!)
  }
  return `${parts.join('\n\n').replace(/\b\d{3,4}\b(?![-:])/g, (figure) => (random() < 0.3 ? String(1000 + Math.floor(random() * 8999)) : figure))}\n`
}
