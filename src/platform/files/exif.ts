const wayUpTag = 0x0112
const placeTag = 0x8825

/** What the first directory of EXIF says that matters here: which way up (1 to 8), and whether it knows the place. */
export function readExif(tiff: Buffer): { readonly wayUp: number; readonly hasPlace: boolean } {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const two = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const found = { wayUp: 1, hasPlace: false }
  if (tiff.length < 14) return found
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(two(start), 200)
  for (let n = 0; n < count; n += 1) {
    const entry = start + 2 + n * 12
    const value = two(entry + 8)
    if (two(entry) === wayUpTag && value >= 1 && value <= 8) found.wayUp = value
    if (two(entry) === placeTag) found.hasPlace = true
  }
  return found
}

/** EXIF that says which way up, and nothing else. */
export function exifOfWayUp(wayUp: number): Buffer {
  const tiff = Buffer.from('49492a00080000000100120103000100000000000000' + '00000000', 'hex')
  tiff.writeUInt16LE(wayUp, 18)
  return tiff
}
