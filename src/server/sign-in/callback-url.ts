/** Where the provider sends browsers back to; it has to be entered there as it is here. */
import type { House } from '../house.ts'

/** The path of it. */
export const CALLBACK_PATH = '/api/v1/sign-in/provider/callback'

/** The whole address. */
export function callbackUrl({ settings }: House): string {
  return `${settings.baseUrl}${CALLBACK_PATH}`
}
