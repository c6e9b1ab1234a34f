import type { AnyJob } from '#platform/jobs.ts'
import { forgetLookups } from './search/lookup.ts'

export { addAgency, type NewAgency } from './agencies/agencies.ts'
export { type NewCareStatus, setCareStatus } from './care/care.ts'
export { oneAtATime } from './changed.ts'
export { addContact, endContact, type NewContact } from './contacts/contact.ts'
export { correctRow } from './correct.ts'
export { type NewExclusion, recordExclusion } from './exclusions/exclusions.ts'
export { type NewAddress, setAddress } from './home/address.ts'
export { AddressLines } from './home/home.page.tsx'
export { placeOf } from './home/home.query.ts'
export {
  addChild,
  childRow,
  type NewChild,
  noticePossibleDuplicates,
} from './identity/add-child.ts'
export { decideChange, type Proposal, proposeChange } from './identity/propose-change.ts'
export { waitingChange } from './identity/proposed-change.query.ts'
export { nameKeys, surnameSounds } from './name-keys.ts'
export { holderOf } from './protected/locations.query.ts'
export { type NewLocation, protectAddress } from './protected/protect.ts'
export type { SealedLocation } from './protected/sealed-location.ts'
export { childForm, childPage } from './record/child-page.tsx'
export { QuestionFrame, type Subject } from './record/frame.tsx'
export {
  type ChildIdentity,
  identitiesOf,
  identityOf,
  yearGroupNow,
} from './record/identity.query.ts'
export { ChildIdentityBar, ChildTags, DoNotDisclose } from './record/identity-bar.tsx'
export { type Sees, sectionPath, whatISee } from './record/sections.ts'
export { type NewAdmission, recordAdmission } from './roll/admissions.ts'
export { endEnrolment, enrolChild, type NewEnrolment } from './roll/enrol.ts'
export { openSchools } from './roll/schools.query.ts'
export { childPages as routes } from './routes.ts'
export {
  addTopUp,
  type NewSpecialNeeds,
  type NewTopUp,
  setSpecialNeeds,
} from './special-needs/special-needs.ts'

export const jobs: readonly AnyJob[] = [forgetLookups]
