/** Makes characters visible that a terminal would obey or hide: controls, escapes, bidi marks, zero-width ones. */

// C0 and C1 controls, soft hyphen, Arabic letter mark, zero-width and bidi marks, line separators, byte order mark,
// lone surrogates. The joiners U+200C and U+200D stay: scripts and emoji need them.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/** The text with each such character written as `\u{202e}`. Tabs too: expand them first where they should stay. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
}
