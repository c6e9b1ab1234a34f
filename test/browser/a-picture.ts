/** A picture of one point, which nevertheless is one. */
export const aPicture = (name: string) =>
  new File([Buffer.from(png, 'base64')], name, { type: 'image/png' })

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
