import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import { checkJobs } from './check-file.ts'
import { scannerPage } from './scanner.page.tsx'

export { bytesOf } from './bytes-of.ts'
export { AddFile, FileList, FileName, type ListedFile, StateTag, sizeWords } from './file-list.tsx'
export { addedWords, type HowKept, hasScanner, type KeptFile, keepFile } from './keep-file.ts'
export { type FileState, isOpenable, refuseUnopenable } from './open-file.ts'
export type { FileParent } from './parents.ts'
export { FileView, PageQuery, pagesToShow, pictureOf } from './view-file.tsx'

export const routes: readonly Route[] = [scannerPage]
export const jobs = (settings: Configuration) => checkJobs(settings)
