import { deviceUpload } from '#platform/files/device-upload.ts'
import { ownVisit } from '../own-visit.ts'
import { addPhotograph, isThereAlready } from '../record/add-photograph.ts'

/** Where a phone sends the photographs that it kept, one by one. */
export const visitPhotographs = deviceUpload({
  path: '/visits/:visit/on-site/upload',
  permission: 'visit.write',
  load: visit => ownVisit(visit, 'planned', 'draft'),
  async received(visit, row, file, at) {
    if (!(await isThereAlready(visit, row, file))) await addPhotograph(visit, row, file, at)
  },
})
