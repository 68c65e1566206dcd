/** A text that says by its shape that it is coverage pasted in: "coverage of the walk: …", a message of a monitoring service, nothing but links. Pure. */

/** No head is longer; characters. */
const longestHead = 140
const head =
  /^\s*(?:(?:hi|hello|dear all)[,!.]?\s+)?(?:(?:here(?:'s| is| are)|this is|these are|attached(?: is)?|sharing)\s+)?(?:the |our |some )?(?:links? (?:of|for|to) )?(?:the )?(?:media |press |news )?coverage\s+(?:of|for|from|on)\s/i
const arabicHead =
  /^\s*(?:(?:هذه|هذي|هنا|إليكم|اليكم|مرفق|مرفق لكم|نرفق لكم)\s+)?(?:روابط\s+)?(?:ال)?تغطي(?:ة|ه|ات)(?:\s+(?:ال)?(?:إعلامية|اعلامية|صحفية))?\s+\S/u
const monitoring =
  /^[^\p{L}]*(?:(?:daily|weekly)\s+)?(?:media (?:monitoring|coverage)|press clippings|clippings|media report|(?:ال)?رصد\s|(?:ال)?رصد (?:ال)?[إا]علامي|التقرير الإعلامي|التغطية الإعلامية)/iu
/** What is asked for is not given. */
const wanted = /\b(?:need|needs|request|please provide|require|want)\b|نحتاج|نطلب|مطلوب|بحاجة|نرجو|يرجى توفير/i
const link = /^(?:https?:\/\/|www\.)\S+/i

export function isPastedCoverage(text: string): boolean {
  const said = text.trim()
  const lines = said
    .split('\n')
    .map(l => l.trim())
    .filter(Boolean)
  if (lines.length > 0 && lines.every(l => link.test(l))) return true
  const end = /[:：](?=\s)|\n/.exec(said.slice(0, longestHead))
  if (!end || wanted.test(said.slice(0, end.index))) return false
  if (head.test(`${said.slice(0, end.index)} `) || arabicHead.test(said.slice(0, end.index))) return true
  return lines.length > 2 && monitoring.test(lines[0] ?? '')
}
