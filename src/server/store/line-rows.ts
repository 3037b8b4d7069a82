/** Texts that are kept line by line, so that a long one grows by its new lines alone. */

/** The lines of a text, each with its ending; put together they are the text. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** How many lines two texts have in common at their start. */
export function commonLines(before: readonly string[], after: readonly string[]): number {
  let common = 0
  while (common < before.length && common < after.length && before[common] === after[common]) common++
  return common
}
