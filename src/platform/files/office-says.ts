import { counted, type DocumentSays, distinct } from './document-says.ts'

/** The parts of a file of Word or Excel in which it says something of itself. */
export const partsThatSay =
  /^docProps\/(core|app|custom)\.xml$|^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments|people)\.xml$|^xl\/(workbook|comments\d*|comments\/comment\d*|threadedComments\/threadedComment\d*|persons\/person\d*)\.xml$/

/** Who wrote and changed it, and what is not seen on its pages: remarks, changes that are tracked, hidden sheets. */
export function officeSays(parts: ReadonlyMap<string, string>): DocumentSays {
  const core = parts.get('docProps/core.xml') ?? ''
  const app = parts.get('docProps/app.xml') ?? ''
  const all = [...parts.values()].join('\n')
  const remarks = all.match(/<(w:comment|comment|threadedComment)\s/g)?.length ?? 0
  const changes = all.match(/<w:(ins|del|moveFrom|moveTo)\s/g)?.length ?? 0
  const hidden = (parts.get('xl/workbook.xml') ?? '').match(/<sheet\s[^>]*state="/g)?.length ?? 0
  const own = (parts.get('docProps/custom.xml') ?? '').match(/<property\s/g)?.length ?? 0
  const saved = Number(first(core, 'cp:revision') ?? 0)
  return {
    names: distinct([
      ...(first(core, 'dc:creator') ?? '').split(';'),
      first(core, 'cp:lastModifiedBy') ?? '',
      first(app, 'Manager') ?? '',
      ...words(all, /\sw(?:15)?:author="([^"]{1,200})"/g),
      ...words(all, /<author>([^<]{1,200})<\/author>/g),
      ...words(all, /<person\s[^>]*displayName="([^"]{1,200})"/g),
    ]),
    also: [
      changes > 0 &&
        `${counted(changes, 'tracked change', 'tracked changes')}, with the words that were struck out`,
      remarks > 0 && counted(remarks, 'comment', 'comments'),
      hidden > 0 && counted(hidden, 'hidden sheet', 'hidden sheets'),
      own > 0 && counted(own, 'property that somebody gave it', 'properties that somebody gave it'),
      first(app, 'Company') && `the organisation “${first(app, 'Company')}”`,
      saved > 1 && `that it was saved ${saved} times`,
    ].filter(each => typeof each === 'string'),
  }
}

const first = (xml: string, tag: string): string | undefined =>
  words(xml, new RegExp(`<${tag}(?:\\s[^>]{0,300})?>([^<]{1,500})</${tag}>`, 'g'))[0]

const words = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map(([, found = '']) => plain(found).trim()).filter(found => found)

const letters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const plain = (xml: string) =>
  xml.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code === undefined) return letters[name] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
