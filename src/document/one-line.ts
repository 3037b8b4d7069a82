/** Words from anywhere as one line of plain text: what fits a cell, a bullet or a heading. */

const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
const LONE_SURROGATE = /\p{Surrogate}/gu

/** The words with every run of white space, line endings and control characters as one blank, trimmed; half characters become U+FFFD. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim().replace(LONE_SURROGATE, '\ufffd')
}
