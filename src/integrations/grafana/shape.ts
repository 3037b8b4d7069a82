/** The parts of Grafana's annotations (`GET /api/annotations`) that are read. */
import { z } from 'zod'
import { anything, looseList, looseText } from '../kit/shapes.ts'

/** One annotation; times in milliseconds since the epoch. */
export const Annotation = z.looseObject({
  id: looseText,
  time: anything,
  timeEnd: anything,
  text: looseText,
  tags: looseList,
  newState: looseText,
  prevState: looseText,
  alertName: looseText,
  dashboardUID: looseText,
  panelId: looseText,
  userName: looseText,
  login: looseText,
})
export type Annotation = z.infer<typeof Annotation>
