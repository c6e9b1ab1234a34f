/** Programs, pages and containers: a name that says it is one of these and something else as well is a disguise. */
const disguised =
  /\.(exe|com|scr|pif|bat|cmd|ps1|js|jse|mjs|vbs|vbe|wsf|hta|x?html?|svgz?|lnk|url|iso|img|vhdx?|jar|msi|reg|docm|xlsm|xlsb|xll|dotm|xltm|zip|rar|7z)\s*\.[a-z0-9]+$/i

export const isDisguised = (name: string) => disguised.test(name)

/** The container of old Office files, and of new ones that are protected by a password. */
export const isOldOffice = (head: Buffer) =>
  head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'

export const lockedOrOld =
  'This file is protected by a password, or was saved in an old format. Open it, save it again as DOCX or XLSX without a password, and attach that'
