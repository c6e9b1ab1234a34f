/** What a file is, by its name and its first bytes together. */
export interface FileKind {
  readonly mediaType: string
  readonly words: string
  readonly extensions: readonly string[]
}

/** What may be attached. Nothing here can run anything by being opened. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', words: 'PDF', extensions: ['pdf'] },
  png: { mediaType: 'image/png', words: 'PNG', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', words: 'JPEG', extensions: ['jpg', 'jpeg'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word (DOCX)',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'Excel (XLSX)',
    extensions: ['xlsx'],
  },
  csv: { mediaType: 'text/csv', words: 'CSV', extensions: ['csv'] },
  text: { mediaType: 'text/plain', words: 'plain text', extensions: ['txt'] },
} as const satisfies Record<string, FileKind>

/** The kind that a name says; whether the bytes are of that kind is asked of them. */
export function kindNamed(name: string): FileKind | undefined {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.values<FileKind>(fileKinds).find(({ extensions }) => extensions.includes(extension))
}

/** The type of a picture that a name says, or nothing. */
export function pictureNamed(name: string): 'image/png' | 'image/jpeg' | undefined {
  const mediaType = kindNamed(name)?.mediaType
  return mediaType === 'image/png' || mediaType === 'image/jpeg' ? mediaType : undefined
}
