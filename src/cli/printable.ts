/** Text from files and file names, made safe for a terminal. */

/** Control and bidirectional characters written as `\n` or `\u{202e}`, so that a name cannot move the cursor or lie. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, escapeOf)
}

function escapeOf(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  return `\\u{${character.charCodeAt(0).toString(16)}}`
}
