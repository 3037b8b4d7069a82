/** Cuts long output, and says how much was cut. */

/** The first lines of a text, at most so many, with a last line that counts the others. */
export function shortened(text: string, most: number): string[] {
  const lines = text.replace(/\n+$/, '').split('\n')
  // A cut that saves one line would only take its place.
  if (lines.length <= most + 1) return lines
  const kept = lines.slice(0, most)
  while (kept.at(-1) === '') kept.pop()
  return [...kept, `... and ${lines.length - kept.length} more lines`]
}
