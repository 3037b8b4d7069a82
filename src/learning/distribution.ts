/** How figures are spread: never a bare mean, which misleads over incidents (DESIGN section 6). */

/** Quartiles and ends of some figures, in their unit; `values` sorted from small to large. */
export interface Distribution {
  readonly values: readonly number[]
  readonly lowest: number
  readonly quarter: number
  readonly median: number
  readonly threeQuarters: number
  readonly highest: number
}

/** The distribution of figures; null where there is none. Quantiles lie between neighbours (linear, as in Hyndman and Fan's type 7). */
export function distribution(figures: readonly number[]): Distribution | null {
  if (figures.length === 0) return null
  const values = [...figures].sort((a, b) => a - b)
  const at = (share: number) => {
    const place = share * (values.length - 1)
    const below = Math.floor(place)
    const low = values[below]!
    return low + (place - below) * ((values[below + 1] ?? low) - low)
  }
  return {
    values,
    lowest: values[0]!,
    quarter: at(0.25),
    median: at(0.5),
    threeQuarters: at(0.75),
    highest: values.at(-1)!,
  }
}
