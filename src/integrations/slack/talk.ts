/** Recognises what never tells of an event: joins, reactions in words, thanks, greetings. */

/** Subtypes by which Slack itself tells of the channel, not of the incident. */
const HOUSEKEEPING =
  /^(?:(?:channel|group|huddle|mpim|im)_(?:join|leave|topic|purpose|name|archive|unarchive|convert\w*|posting_permissions|thread|canvas_updated)|pinned_item|unpinned_item|bot_(?:add|remove|enable|disable)|reminder_(?:add|delete)|reply_broadcast|tombstone|message_deleted|message_replied|ekm_access_denied|assistant_app_thread|sh_room_created|joiner_notification\w*|document_mention|bookmark_\w+)$/

const TALK = new Set(
  `a ack again all am appreciate appreciated are at awesome back bad brilliant brb bye cc cheers chime cool copy coming damn everyone
  everybody excellent fine folks for fyi going good great ha haha hah happy hello hey hi hmm hooray i i'm im it jinx job joined joining k
  kk kudos later lgtm lol looks luck me morning much my nice night no nope np of oh ok okay on one oops ouch perfect please problem
  quick right same see so soon sorry sounds sure team thank thanks thanx that that's thats the there this thx to too true ty very
  wait welcome well went will woohoo work worries wow ya yay yeah yep yes yikes you your yup`.split(/\s+/),
)
const LONGEST_TALK = 8

/** Whether a subtype is Slack's own housekeeping. */
export function isHousekeeping(subtype: string | undefined): boolean {
  return subtype !== undefined && HOUSEKEEPING.test(subtype)
}

/** Why the words tell of nothing: `emoji`, `talk`, or null where they may. */
export function emptyTalk(plain: string): 'emoji' | 'talk' | null {
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'emoji'
  if (plain.length > 120) return null
  const words = plain.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
  return words.length <= LONGEST_TALK && words.every((word) => TALK.has(word.replace('’', "'"))) ? 'talk' : null
}
