/** How a command is shown: as one would type it into a shell. */

/** Words with a blank between them; those that a shell would take apart stand in quotes. */
export function typedWords(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./#-]+$/.test(word) ? word : quoted(word))).join(' ')
}

function quoted(word: string): string {
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}
