/** The file cannot be read as a table. The message is a sentence or two for the person who uploaded it. */
export class UnreadableFile extends Error {}

export const damagedWorkbook = () =>
  new UnreadableFile(
    'The workbook is damaged. Open it in Excel, save it under a new name and upload that',
  )

export const tooLargeWorkbook = () =>
  new UnreadableFile(
    'The workbook is too large when it is unpacked. Delete the sheets, rows and columns that are not needed, or save it as CSV',
  )
