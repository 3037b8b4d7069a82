/** Every rule that has a folder, sorted by id; a test compares this list with the folders. */
import type { Rule } from './rule.ts'
import { acknowledgedInTime } from './rules/acknowledged-in-time/rule.ts'
import { actionItemsPresent } from './rules/action-items-present/rule.ts'
import { affectedNamed } from './rules/affected-named/rule.ts'
import { alertsNamed } from './rules/alerts-named/rule.ts'
import { allHandsAttested } from './rules/all-hands-attested/rule.ts'
import { artefactsNamed } from './rules/artefacts-named/rule.ts'
import { blamelessnessNote } from './rules/blamelessness-note/rule.ts'
import { causeIsSystemLevel } from './rules/cause-is-system-level/rule.ts'
import { causesCut } from './rules/causes-cut/rule.ts'
import { contributingFactorStated } from './rules/contributing-factor-stated/rule.ts'
import { dataIntegrityStated } from './rules/data-integrity-stated/rule.ts'
import { draftInTime } from './rules/draft-in-time/rule.ts'
import { durationAgrees } from './rules/duration-agrees/rule.ts'
import { figuresAgree } from './rules/figures-agree/rule.ts'
import { humanErrorCause } from './rules/human-error-cause/rule.ts'
import { impactConcrete } from './rules/impact-concrete/rule.ts'
import { incidentIdOnce } from './rules/incident-id-once/rule.ts'
import { incidentIdValid } from './rules/incident-id-valid/rule.ts'
import { itemBounded } from './rules/item-bounded/rule.ts'
import { itemClaims } from './rules/item-claims/rule.ts'
import { itemDeliverable } from './rules/item-deliverable/rule.ts'
import { itemDue } from './rules/item-due/rule.ts'
import { itemIdsInSequence } from './rules/item-ids-in-sequence/rule.ts'
import { itemIdsOwn } from './rules/item-ids-own/rule.ts'
import { itemIdsUnique } from './rules/item-ids-unique/rule.ts'
import { itemOverdue } from './rules/item-overdue/rule.ts'
import { itemOwner } from './rules/item-owner/rule.ts'
import { itemStatusKnown } from './rules/item-status-known/rule.ts'
import { itemTicket } from './rules/item-ticket/rule.ts'
import { itemVerbFirst } from './rules/item-verb-first/rule.ts'
import { itemsAddressCauses } from './rules/items-address-causes/rule.ts'
import { itemsClosed } from './rules/items-closed/rule.ts'
import { latentConditionStated } from './rules/latent-condition-stated/rule.ts'
import { lessonsLearnedNotOrdered } from './rules/lessons-learned-not-ordered/rule.ts'
import { lessonsPresent } from './rules/lessons-present/rule.ts'
import { metadataOnce } from './rules/metadata-once/rule.ts'
import { milestonesOrdered } from './rules/milestones-ordered/rule.ts'
import { missedCatchStated } from './rules/missed-catch-stated/rule.ts'
import { mitigatedInTime } from './rules/mitigated-in-time/rule.ts'
import { noBidiControls } from './rules/no-bidi-controls/rule.ts'
import { noPlaceholders } from './rules/no-placeholders/rule.ts'
import { noSoleCause } from './rules/no-sole-cause/rule.ts'
import { noVagueTimes } from './rules/no-vague-times/rule.ts'
import { publicationClaims } from './rules/publication-claims/rule.ts'
import { publicationTargets } from './rules/publication-targets/rule.ts'
import { publishedInTime } from './rules/published-in-time/rule.ts'
import { rolesNamed } from './rules/roles-named/rule.ts'
import { rootCauseStated } from './rules/root-cause-stated/rule.ts'
import { sectionsOnce } from './rules/sections-once/rule.ts'
import { sectionsPresent } from './rules/sections-present/rule.ts'
import { severityKnown } from './rules/severity-known/rule.ts'
import { signOffClaims } from './rules/sign-off-claims/rule.ts'
import { signOffPeople } from './rules/sign-off-people/rule.ts'
import { signOffRoles } from './rules/sign-off-roles/rule.ts'
import { signaturesComplete } from './rules/signatures-complete/rule.ts'
import { signaturesHold } from './rules/signatures-hold/rule.ts'
import { startKnown } from './rules/start-known/rule.ts'
import { statusPageLinked } from './rules/status-page-linked/rule.ts'
import { summaryAnswers } from './rules/summary-answers/rule.ts'
import { summaryLength } from './rules/summary-length/rule.ts'
import { summaryReadingTime } from './rules/summary-reading-time/rule.ts'
import { tenantsTold } from './rules/tenants-told/rule.ts'
import { timelineAllClear } from './rules/timeline-all-clear/rule.ts'
import { timelineCauseIdentified } from './rules/timeline-cause-identified/rule.ts'
import { timelineFirstSignal } from './rules/timeline-first-signal/rule.ts'
import { timelineImpactEnded } from './rules/timeline-impact-ended/rule.ts'
import { timelineInOrder } from './rules/timeline-in-order/rule.ts'
import { timelineMitigationOutcome } from './rules/timeline-mitigation-outcome/rule.ts'
import { timelinePageReceiver } from './rules/timeline-page-receiver/rule.ts'
import { timelinePresent } from './rules/timeline-present/rule.ts'
import { timelineRunbookNamed } from './rules/timeline-runbook-named/rule.ts'
import { timelineTimesKnown } from './rules/timeline-times-known/rule.ts'
import { timelineZoneStated } from './rules/timeline-zone-stated/rule.ts'
import { titlePresent } from './rules/title-present/rule.ts'
import { triggerStated } from './rules/trigger-stated/rule.ts'
import { visibilityKnown } from './rules/visibility-known/rule.ts'
import { wentRightPresent } from './rules/went-right-present/rule.ts'
import { wentWrongPresent } from './rules/went-wrong-present/rule.ts'
import { wentWrongSystems } from './rules/went-wrong-systems/rule.ts'

/** All rules. */
export const RULES: readonly Rule[] = [
  acknowledgedInTime,
  actionItemsPresent,
  affectedNamed,
  alertsNamed,
  allHandsAttested,
  artefactsNamed,
  blamelessnessNote,
  causeIsSystemLevel,
  causesCut,
  contributingFactorStated,
  dataIntegrityStated,
  draftInTime,
  durationAgrees,
  figuresAgree,
  humanErrorCause,
  impactConcrete,
  incidentIdOnce,
  incidentIdValid,
  itemBounded,
  itemClaims,
  itemDeliverable,
  itemDue,
  itemIdsInSequence,
  itemIdsOwn,
  itemIdsUnique,
  itemOverdue,
  itemOwner,
  itemStatusKnown,
  itemTicket,
  itemVerbFirst,
  itemsAddressCauses,
  itemsClosed,
  latentConditionStated,
  lessonsLearnedNotOrdered,
  lessonsPresent,
  metadataOnce,
  milestonesOrdered,
  missedCatchStated,
  mitigatedInTime,
  noBidiControls,
  noPlaceholders,
  noSoleCause,
  noVagueTimes,
  publicationClaims,
  publicationTargets,
  publishedInTime,
  rolesNamed,
  rootCauseStated,
  sectionsOnce,
  sectionsPresent,
  severityKnown,
  signOffClaims,
  signOffPeople,
  signOffRoles,
  signaturesComplete,
  signaturesHold,
  startKnown,
  statusPageLinked,
  summaryAnswers,
  summaryLength,
  summaryReadingTime,
  tenantsTold,
  timelineAllClear,
  timelineCauseIdentified,
  timelineFirstSignal,
  timelineImpactEnded,
  timelineInOrder,
  timelineMitigationOutcome,
  timelinePageReceiver,
  timelinePresent,
  timelineRunbookNamed,
  timelineTimesKnown,
  timelineZoneStated,
  titlePresent,
  triggerStated,
  visibilityKnown,
  wentRightPresent,
  wentWrongPresent,
  wentWrongSystems,
]
