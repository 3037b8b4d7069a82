/** The tables of people and of what they set: accounts, credentials, teams, services, tenants, settings. */

/** People who may sign in. */
export interface PeopleTable {
  id: string
  name: string
  /** Lower case. */
  email: string
  role: 'reader' | 'writer' | 'lead' | 'admin'
  /** scrypt, with its parameters; null for those of a provider. */
  password: string | null
  /** `issuer|subject` of an OpenID provider. */
  subject: string | null
  /** JSON list of names in chat and on-call tools. */
  handles: string
  disabled_at: number | null
  created_at: number
  updated_at: number
}

/** A browser that is signed in. */
export interface SessionsTable {
  id: string
  /** SHA-256 of the cookie's value. */
  secret: string
  person_id: string
  created_at: number
  seen_at: number
  expires_at: number
  rotated_at: number
  address: string
  agent: string
  /** The one before the last rotation, which answers for a moment longer. */
  previous_secret: string | null
}

/** An API token. */
export interface TokensTable {
  id: string
  /** SHA-256 of the secret. */
  secret: string
  name: string
  person_id: string
  /** JSON list of permissions. */
  scopes: string
  created_at: number
  expires_at: number
  revoked_at: number | null
  used_at: number | null
}

/** The one-time link that makes the first owner. */
export interface OwnerLinksTable {
  /** SHA-256 of the secret. */
  id: string
  created_at: number
  expires_at: number
  used_at: number | null
}

/** One-time links by which a person sets a password. */
export interface PasswordLinksTable {
  /** SHA-256 of the secret. */
  id: string
  person_id: string
  created_at: number
  expires_at: number
}

/** A team, with the lead who signs for it. */
export interface TeamsTable {
  id: string
  name: string
  lead_id: string | null
  created_at: number
  updated_at: number
}

/** Who belongs to which team. */
export interface MembershipsTable {
  team_id: string
  person_id: string
}

/** A service that incidents affect. */
export interface ServicesTable {
  id: string
  name: string
  team_id: string | null
  url: string | null
  created_at: number
  updated_at: number
}

/** A customer organisation, and whom to tell there. */
export interface TenantsTable {
  id: string
  name: string
  contact: string | null
  created_at: number
  updated_at: number
}

/** Settings that an administrator changed; environment and file stand over them. */
export interface SettingsTable {
  key: string
  value: string
  updated_at: number
  updated_by: string
}

/** Secrets of vendors, sealed with the key file. */
export interface SecretsTable {
  name: string
  sealed: string
  updated_at: number
  updated_by: string
}
