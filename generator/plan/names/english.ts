/** Whether two words are one noun, in the singular or the plural: `Vessel` and `vessels`. */
export function isSameNoun(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || pluralsOf(one).includes(other) || pluralsOf(other).includes(one);
}

/** Whether a noun is in the plural: `vessels`, not `status`. */
export function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  return irregular.some(([, plural]) => plural === lower) || /[^sui]s$/.test(lower);
}

/** The singular of a noun: `vessel` of `vessels`. Other words are returned unchanged. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase();
  const one = irregular.find(([, plural]) => plural === lower)?.[0];
  if (one !== undefined) return word.charAt(0) + one.slice(1);
  if (!isPlural(word) || /^(series|species|news|lens)$|sms$/.test(lower)) return word;
  if (/(?<!^.|ov|ook|alor)ies$/.test(lower)) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(ss|sh|(?<!ca)ch|x|tatus)es$/.test(lower) ? -2 : -1);
}

/** Whether a word is a verb for an operation. */
export function isVerb(word: string): boolean {
  return verbs.has(word.toLowerCase());
}

/** Whether a word of a path is an action, as in `/keys/{id}/revoke`, and not rather a noun. */
export function isAction(word: string): boolean {
  return isVerb(word) && !pathNouns.has(word.toLowerCase());
}

export function isPreposition(word: string): boolean {
  return prepositions.has(word.toLowerCase());
}

export function isArticle(word: string): boolean {
  return /^(an?|the)$/i.test(word);
}

/** Whether a word is a function word, such as a preposition, that names nothing by itself. */
export function isFunctionWord(word: string): boolean {
  return isPreposition(word) || isArticle(word) || functionWords.has(word.toLowerCase());
}

const irregular = [
  ["person", "people"],
  ["child", "children"],
  ["index", "indices"],
  ["vertex", "vertices"],
  ["matrix", "matrices"],
  ["criterion", "criteria"],
] as const;

function pluralsOf(noun: string): string[] {
  const regular = [`${noun}s`, `${noun}es`, noun.replace(/y$/, "ies"), noun.replace(/fe?$/, "ves")];
  return [...regular, ...irregular.flatMap(([one, plural]) => (one === noun ? [plural] : []))];
}

const prepositions = new Set(
  (
    "about above across after against along among around as at before behind below between by " +
    "down during except for from in into like near of off on onto out over per since than through to " +
    "toward towards under until up upon via with within without"
  ).split(" "),
);

const functionWords = new Set("all and any every is my not or their this".split(" "));

/** The verbs that are nouns in most paths: `/users/{id}/order`. */
const pathNouns = new Set(
  (
    "answer block book broadcast bulk call check claim commit count draft embed estimate exchange export " +
    "filter flag function grant group handle import index invite issue label link list load log login logout map " +
    "mark match order patch pass place poll post preview process purchase query reply report request " +
    "review schedule search seed set show sort star store stream tag test track transfer upload use " +
    "view vote watch"
  ).split(" "),
);

const verbs = new Set(
  (
    "abort accept acknowledge activate add adjust allow allocate analyze answer append apply approve " +
    "archive ask assert assign associate attach attempt authenticate authorize authorise ban begin " +
    "bind block book broadcast build bulk calculate call cancel capture change charge check claim clean clear " +
    "clone close collect commit compare complete compute configure confirm connect consume convert " +
    "copy count create deactivate decline decode decrypt delete deny deploy deprecate deregister " +
    "describe destroy detach detect disable disassociate disconnect discard dismiss dispatch download " +
    "draft drain drop duplicate edit embed emit enable encode encrypt end enroll ensure enqueue estimate evaluate " +
    "exchange execute expire explain export extend extract fail fetch filter find finalize finish " +
    "flag follow force forget fork forward generate get give grant group handle has head hide hold " +
    "identify ignore import increment index initialize initiate insert inspect install introspect " +
    "invalidate invite invoke issue join kick label launch leave link list load lock log login " +
    "logout lookup make map mark match merge migrate modify monitor move mute notify open order override " +
    "parse partial pass patch pause pay peek perform persist pin ping place play poll post predict " +
    "prepare preview print process promote provision publish purchase purge push put query queue " +
    "read rebuild receive recalculate recover redeem refresh refund register reject release reload " +
    "remove rename render renew reopen reorder repair repeat replace replay reply report request rerun " +
    "resend reserve reset resize resolve respond restart restore resubmit resume retire retrieve retry " +
    "return revert review revoke rotate run save scan schedule search seed select send set share show " +
    "sign simulate skip snooze sort split star start stop store stream submit subscribe suggest " +
    "suspend swap switch sync synchronize tag take terminate test toggle track transfer transform " +
    "translate trigger truncate unarchive unassign unban unblock undelete undo unfollow uninstall " +
    "unlink unlock unmute unpin unpublish unregister unset unstar unsubscribe unsuspend update upgrade " +
    "upload upsert use validate verify view void vote wait watch withdraw write"
  ).split(" "),
);
