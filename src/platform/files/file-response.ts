/**
 * A stored file as an answer: always to be saved, never shown by the browser as a page of ours. The name goes in both
 * forms of RFC 6266, because old programs read only the plain one.
 */
export function fileResponse(
  bytes: Buffer,
  { name, mediaType }: { name: string; mediaType: string },
) {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'file'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(new Uint8Array(bytes), {
    headers: {
      // Text in an encoding we do not know leaves as the bytes that came.
      'content-type': mediaType.startsWith('text/') ? 'application/octet-stream' : mediaType,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  })
}

/**
 * A picture that Onroll drew, to be shown within a page of ours: sandboxed like a download, so that the same address
 * opened by itself can do nothing either (FI-09).
 */
export const pictureResponse = (picture: Uint8Array) =>
  new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/png',
      'content-length': String(picture.length),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  })
