/** What the application's contexts hold. */

/** What Node's server hands on beside the request. */
export interface Bindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } }
}

/** The types of its contexts. */
export type AppEnv = { Bindings: Bindings; Variables: { requestId: string; actor: string | undefined } }
