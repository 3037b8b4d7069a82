/** Places in a text, as UTF-16 offsets. */

/** A stretch of a text: UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The characters that a span covers. */
export function textOf(source: string, span: Span): string {
  return source.slice(span.from, span.to)
}

/** Narrows a span so that it neither begins nor ends with white space. An all-blank span becomes empty at its start. */
export function trimSpan(source: string, span: Span): Span {
  let { from, to } = span
  while (to > from && isBlank(source.charCodeAt(to - 1))) to--
  while (from < to && isBlank(source.charCodeAt(from))) from++
  return { from, to }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
}
