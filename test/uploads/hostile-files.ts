import { deflateSync } from 'node:zlib'
import { eicar } from '#testing/clamav.ts'
import { fourColours, pngPart, segment, smallPng } from '#testing/pictures.ts'
import { docx, xlsx, type ZipPart, zipOf } from '#testing/zip.ts'

const [macros, damaged, large, notTaken, misnamed, locked, damagedPicture] = [
  'This file holds macros',
  'damaged or protected by a password',
  'too large to be opened safely',
  'is not a kind of file we take',
  'is not what its name says',
  'without a password',
  'This picture is damaged',
] as const

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)
const part = (name: string, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  content: 'x',
  ...more,
})
const zeros = (size: number) => Buffer.alloc(size)
const within = (inner: Buffer) => docx([part('word/embeddings/table.xlsx', { content: inner })])
const deep = (levels: number): Buffer => (levels === 0 ? xlsx() : within(deep(levels - 1)))
const many = (count: number) => Array.from({ length: count }, (_, at) => part(`word/media/${at}`))
const begin = fourColours.subarray(0, 2)
const frame = (size: string) => segment(0xc0, Buffer.from(`08${size}01011100`, 'hex'))
const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), zeros(65_000)]))
/** A script that is packed away as newer PDFs pack their objects. */
const packedScript = () => {
  const packed = deflateSync('1 0 << /S /JavaScript /JS (app.alert(1)) >>')
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\n%%EOF'),
  ])
}
const shortcut = Buffer.from('4c0000000114020000000000c000000000000046', 'hex')
const olderOffice = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.from('EncryptedPackage'),
])
const types = (kind: string): ZipPart => part('docProps/x.xml', { content: kind })

/** Number of the case, what it is, its name, its bytes, and what is said of it. Made when asked for: some are large. */
export const hostileFiles: readonly (readonly [string, string, string, () => Buffer, string])[] = [
  [
    'FI-02',
    'says 12 GB',
    'bomb.docx',
    () => docx([1, 2, 3].map(at => part(`word/${at}`, { claims: 4_000_000_000 }))),
    damaged,
  ],
  [
    'FI-02',
    'says 10 bytes and is 5 MB',
    'liar.docx',
    () => docx([part('word/a', { content: zeros(5_000_000), claims: 10 })]),
    damaged,
  ],
  [
    'FI-02',
    'says more than it is',
    'liar.xlsx',
    () => xlsx([part('xl/a', { content: 'short', claims: 900_000 })]),
    damaged,
  ],
  [
    'FI-02',
    'packs a thousand times',
    'packed.xlsx',
    () => xlsx([part('xl/a', { content: zeros(20_000_000) })]),
    damaged,
  ],
  ['FI-02', 'files in files in files', 'nested.docx', () => deep(4), damaged],
  [
    'FI-02',
    'a bomb within a table within a letter',
    'nested.docx',
    () => within(xlsx([part('xl/a', { claims: 4_000_000_000 })])),
    damaged,
  ],
  [
    'FI-02',
    'a liar within a table within a letter',
    'nested.docx',
    () => within(xlsx([part('xl/a', { content: zeros(900_000), claims: 1 })])),
    damaged,
  ],
  [
    'FI-02',
    'parts that lie over one another',
    'over.docx',
    () =>
      docx([
        part('word/a', { content: 'y'.repeat(999) }),
        ...[1, 2, 3].map(at => part(`word/b${at}`, { content: 'y'.repeat(999), over: 2 })),
      ]),
    damaged,
  ],
  [
    'FI-02',
    'two parts in one place',
    'over.xlsx',
    () => xlsx([part('xl/b', { over: 1 })]),
    damaged,
  ],
  ['FI-02', '2,001 parts', 'many.docx', () => docx(many(1_999)), damaged],
  ['FI-02', '100,000 parts', 'many.docx', () => docx(many(100_000), { count: 0xffff }), damaged],
  [
    'FI-02',
    'a link to somewhere else',
    'link.docx',
    () => docx([part('word/a', { content: '/etc/passwd', isLink: true })]),
    damaged,
  ],
  ['FI-02', 'a path that leads out', 'out.docx', () => docx([part('../../evil')]), macros],
  [
    'FI-02',
    'a path that leads out, with the other stroke',
    'out.docx',
    () => docx([part('word\\..\\..\\evil')]),
    macros,
  ],
  ['FI-02', 'a path from the root', 'out.xlsx', () => xlsx([part('/etc/cron.d/evil')]), macros],
  ['FI-02', 'a path on a drive', 'out.xlsx', () => xlsx([part('C:/evil')]), macros],
  [
    'FI-02',
    'two names for one part',
    'names.docx',
    () => docx([part('word/a.xml', { inside: 'word/b.exe' })]),
    damaged,
  ],
  [
    'FI-03',
    'a PNG of 50,000 by 50,000',
    'huge.png',
    () => smallPng([]).fill(Buffer.from('0000c3500000c350', 'hex'), 16, 24),
    large,
  ],
  [
    'FI-03',
    'a JPEG of 65,535 by 65,535',
    'huge.jpg',
    () => Buffer.concat([begin, frame('ffffffff')]),
    large,
  ],
  [
    'FI-03',
    'a JPEG with 12 MB of EXIF',
    'huge.jpg',
    () => Buffer.concat([begin, ...Array<Buffer>(190).fill(exif), fourColours.subarray(2)]),
    'more than 10 MB',
  ],
  [
    'FI-03',
    'a film',
    'film.png',
    () => smallPng([pngPart('acTL', Buffer.from('7fffffff00000000', 'hex'))]),
    'This picture moves',
  ],
  [
    'FI-04',
    'a page of the web',
    'page.pdf',
    () => Buffer.from('<html><script>alert(1)</script>'),
    misnamed,
  ],
  [
    'FI-04',
    'a drawing with a script',
    'drawing.pdf',
    () => Buffer.from('<svg onload="alert(1)"/>'),
    misnamed,
  ],
  ['FI-04', 'a script', 'script.pdf', () => Buffer.from('alert(1)'), misnamed],
  [
    'FI-04',
    'a page of the web further down which a PDF begins',
    'page.pdf',
    () => Buffer.from('<html>%PDF-1.7'),
    misnamed,
  ],
  ['FI-04', 'a page by its name', 'page.html', () => Buffer.from('<p>'), notTaken],
  ['FI-04', 'a drawing by its name', 'drawing.svg', () => Buffer.from('<svg/>'), notTaken],
  ['FI-04', 'a script by its name', 'script.js', () => Buffer.from('1'), notTaken],
  [
    'FI-04',
    'a picture that is a script as well',
    'polyglot.gif',
    () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'),
    notTaken,
  ],
  [
    'FI-04',
    'the same as a JPEG',
    'polyglot.jpg',
    () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'),
    misnamed,
  ],
  [
    'FI-04',
    'the same as a PNG',
    'polyglot.png',
    () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'),
    misnamed,
  ],
  [
    'FI-04',
    'the same as a text',
    'polyglot.txt',
    () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)'),
    misnamed,
  ],
  ['FI-04', 'a PDF as a picture', 'photo.jpg', () => pdf('x'), misnamed],
  [
    'FI-04',
    'a JPEG that is only its first bytes',
    'photo.jpg',
    () => Buffer.from('ffd8ffe0', 'hex'),
    damagedPicture,
  ],
  [
    'FI-04',
    'a PDF with a script',
    'run.pdf',
    () => pdf('/OpenAction << /S /JavaScript /JS (app) >>'),
    'holds a script',
  ],
  [
    'FI-04',
    'a PDF with a script spelt in hexadecimal',
    'run.pdf',
    () => pdf('/S /J#61vaScr#69pt /J#53 (app)'),
    'holds a script',
  ],
  ['FI-04', 'a PDF with a script packed away', 'run.pdf', packedScript, 'holds a script'],
  [
    'FI-04',
    'a PDF that starts a program',
    'run.pdf',
    () => pdf('/S /Launch /F (cmd.exe)'),
    'holds a script',
  ],
  ['FI-04', 'Word with macros by its name', 'letter.docm', () => docx(), notTaken],
  ['FI-04', 'Excel with macros by its name', 'table.xlsm', () => xlsx(), notTaken],
  ['FI-04', 'Word with macros', 'letter.docx', () => docx([part('word/vbaProject.bin')]), macros],
  [
    'FI-04',
    'Excel with macros of old',
    'table.xlsx',
    () => xlsx([part('xl/macrosheets/sheet1.xml')]),
    macros,
  ],
  [
    'FI-04',
    'macros under another name',
    'letter.docx',
    () =>
      zipOf([
        part('[Content_Types].xml', {
          content:
            '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        }),
        part('word/document.xml'),
        part('word/a.bin'),
      ]),
    macros,
  ],
  [
    'FI-04',
    'a program within',
    'letter.docx',
    () => docx([part('word/embeddings/setup.exe')]),
    macros,
  ],
  ['FI-04', 'a zip that is no letter', 'letter.docx', () => zipOf([types('x')]), misnamed],
  ['FI-04', 'a shortcut by its name', 'open me.lnk', () => shortcut, notTaken],
  ['FI-04', 'a shortcut as a text', 'open me.txt', () => shortcut, misnamed],
  ['FI-04', 'a disk by its name', 'disk.iso', () => zeros(40_000), notTaken],
  ['FI-04', 'a disk as a table', 'disk.csv', () => zeros(40_000), misnamed],
  ['FI-04', 'a program in disguise', 'letter.exe.pdf', () => pdf('x'), notTaken],
  ['FI-04', 'a program behind a letter', 'letter.pdf.exe', () => Buffer.from('MZ'), notTaken],
  ['FI-04', 'macros in disguise', 'letter.docm.docx', () => docx(), notTaken],
  [
    'FI-05',
    'the test of scanners in a zip',
    'invoice.zip',
    () => zipOf([part('invoice.txt', { content: eicar })]),
    notTaken,
  ],
  [
    'FI-05',
    'the same, called a letter',
    'invoice.docx',
    () => zipOf([part('invoice.txt', { content: eicar })]),
    misnamed,
  ],
  [
    'FI-07',
    'a zip with a password',
    'locked.zip',
    () => zipOf([part('a', { isLocked: true })]),
    notTaken,
  ],
  [
    'FI-07',
    'a part with a password',
    'locked.docx',
    () => docx([part('word/a', { isLocked: true })]),
    'protected by a password',
  ],
  ['FI-07', 'Word with a password', 'locked.docx', () => olderOffice, locked],
  ['FI-07', 'Excel with a password', 'locked.xlsx', () => olderOffice, locked],
  [
    'FI-07',
    'a PDF with a password',
    'locked.pdf',
    () => pdf('trailer << /Encrypt 5 0 R >>'),
    'print it to a new PDF',
  ],
]
