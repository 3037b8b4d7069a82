/** The page that lists published postmortems: where it lies. */

/** Its name in the folder of the postmortems. */
export const INDEX_FILE = 'index.md'
