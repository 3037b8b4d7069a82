/** The parts of Statuspage's incidents that are read: its REST API and the public `api/v2/incidents.json`. */
import { z } from 'zod'
import { anything, looseList, loosely, looseText } from '../kit/shapes.ts'

/** A component named by an incident, or by one update of it. */
export const Component = z.looseObject({
  name: z.string(),
  old_status: looseText,
  new_status: looseText,
  status: looseText,
})

/** One update; `display_at` is the time the page shows. */
export const Update = z.looseObject({
  id: z.string(),
  status: z.string(),
  body: looseText,
  created_at: anything,
  display_at: anything,
  affected_components: looseList,
})
export type Update = z.infer<typeof Update>

/** One incident. */
export const Incident = z.looseObject({
  id: z.string(),
  name: looseText,
  status: looseText,
  impact: looseText,
  shortlink: looseText,
  started_at: anything,
  created_at: anything,
  resolved_at: anything,
  incident_updates: looseList,
  components: looseList,
})
export type Incident = z.infer<typeof Incident>

/** The page the incidents stand on. */
export const Page = loosely(z.looseObject({ name: looseText, url: looseText }))
