/** The version of the package. */
import manifest from '../../package.json' with { type: 'json' }

/** Such as `1.2.3`. */
export const VERSION: string = manifest.version
