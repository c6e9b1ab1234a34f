// A photograph small enough to be kept and sent from where there is hardly a signal.
const longestSide = 2560
const smallEnough = 3_000_000

/**
 * As it is where it is small; otherwise drawn anew, which also leaves out where it was made. Nothing where this browser
 * cannot open it. What the service takes as it is stays as it is if there is no memory to draw it.
 */
export async function smaller(file) {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  const isTaken = file.type === 'image/jpeg' || file.type === 'image/png'
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  try {
    if (isTaken && scale === 1 && file.size <= smallEnough) return file
    const blob = await drawn(picture, scale)
    if (blob)
      return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: blob.type })
    return isTaken ? file : undefined
  } finally {
    picture.close()
  }
}

function drawn(picture, scale) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return undefined
  // JPEG knows no opacity: what is clear becomes white, not black.
  paper.fillStyle = '#ffffff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}
