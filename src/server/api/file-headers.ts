/** Headers of an answer that is a file to be saved. */

/** `name` is one of ours: an incident id and an ending. */
export function fileHeaders(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${name}"` }
}
