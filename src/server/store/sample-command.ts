/** Runs SQL on a PostgreSQL for tests that make, cut off or look into a database from outside. */
import pg from 'pg'

/** One statement over a connection of its own. */
export async function databaseCommand(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
