/** Whether two texts speak of the same thing: words of weight that stand in both. */

const COMMON = new Set(
  'this that these those with from into were was have been which when where what while after before during their there about would could should also than then them they will more most some such only over under between because through each other'.split(
    ' ',
  ),
)

/** Whether at least two words of four letters or more (or one where `b` has no more) stand in both, cut to their stems. */
export function sharesWords(a: string, b: string): boolean {
  const wanted = stems(b)
  if (wanted.size === 0) return false
  let shared = 0
  for (const stem of stems(a)) if (wanted.has(stem)) shared++
  return shared >= Math.min(2, wanted.size)
}

function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6)))
}
