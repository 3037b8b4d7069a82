/** `npm run client`: writes the TypeScript client from the description of the API. */
import { writeFileSync } from 'node:fs'
import { ENDPOINTS } from '../src/server/api/endpoints.ts'
import { openApi } from '../src/server/api/open-api.ts'
import { clientSource } from './client-source.ts'

writeFileSync(new URL('../client/nevertwice.ts', import.meta.url), clientSource(openApi(ENDPOINTS)))
console.log(`client/nevertwice.ts written, ${ENDPOINTS.length} endpoints`)
