/** The parts of Alertmanager's web hook payload (version 4) that are read; Grafana's alerting sends the same shape. */
import { z } from 'zod'
import { anything, looseList, looseText } from '../kit/shapes.ts'

const Words = z
  .unknown()
  .transform((value) => {
    const words: Record<string, string> = {}
    if (typeof value !== 'object' || value === null) return words
    for (const [key, word] of Object.entries(value)) if (typeof word === 'string' && word !== '') words[key] = word
    return words
  })
  .optional()

/** One delivery. */
export const Delivery = z.looseObject({
  version: looseText,
  groupKey: looseText,
  receiver: looseText,
  status: looseText,
  externalURL: looseText,
  truncatedAlerts: anything,
  alerts: z.array(z.unknown()),
})
export type Delivery = z.infer<typeof Delivery>

/** One alert: of a delivery, or of `GET /api/v2/alerts`, whose `status` is an object. */
export const Alert = z.looseObject({
  status: anything,
  labels: Words,
  annotations: Words,
  startsAt: anything,
  endsAt: anything,
  generatorURL: looseText,
  dashboardURL: looseText,
  panelURL: looseText,
  fingerprint: looseText,
  receivers: looseList,
})
export type Alert = z.infer<typeof Alert>
