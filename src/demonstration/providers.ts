import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  addTraining,
  keepOffer,
  keepPerson,
  keepRegistration,
  keepSite,
  keepSubcontractor,
  recordAgreement,
  recordAudit,
  recordCheck,
  recordListing,
  sightEvidence,
} from '#features/providers/index.ts'
import { fileStore } from '#platform/files/file-store.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { People } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import { momentOn } from './days.ts'
import { bringDocuments, type Lapses } from './documents.ts'
import { forenames, staffSurnames } from './names.ts'
import type { Stage } from './stage.ts'

/** How many of the providers are told whole, with every document and its file; the others have their profile. */
const toldWhole = 20
const numbered = 14
/** What is not as it should be. Nobody has a child at those that lack a document; the letter’s one keeps nobody out. */
const lapses: Readonly<Record<number, Lapses>> = {
  0: { publicLiabilityFrom: 345 },
  2: { publicLiabilityFrom: 380, lacks: ['DOC-26'] },
  4: { lacks: ['DOC-01'] },
  7: { lacks: ['DOC-02', 'DOC-15'] },
  10: { lacks: ['DOC-10', 'DOC-11', 'DOC-19'] },
}
/** How many each partnership looks at as its own, from the first on. */
const providersOfEach = 3
/** At this one a second partnership has a child, and has looked at everything too. */
export const sharedProvider = 1
/** Here all were trained by others than the County, which is tolerable if it is shown (SAF-03). */
const trainedElsewhere = 18
/** Somebody found this one on a list, which shows nothing about it. */
const onList = 0
/** LEBC’s auditors come every year; at this one they are late. */
const auditLate = 2

/** Providers keep their own profile, bring their documents, and are looked at by the partnerships. */
export async function tellProviders(stage: Stage, people: People, dataFolder?: string) {
  const files = dataFolder === undefined ? undefined : fileStore(dataFolder, stage.secret)
  const chance = chanceOf(41)
  // Before anything of this school year, so that who commissions had looked before a child started.
  const day = addDays(stage.today, -200)
  for (const [n, { id, manager }] of people.providers.entries()) {
    const items = await stage.as(manager, momentOn(day, n % 20), async doer => {
      await tellProfile(doer, chance, id, n)
      await tellPeople(doer, chance, id, day, n !== trainedElsewhere)
      return n < toldWhole ? bringDocuments(doer, chance, id, stage.today, files, lapses[n]) : []
    })
    const own = Math.floor(n / providersOfEach)
    const alsoOwn = n === sharedProvider ? own + 1 : own
    const lookers = people.partnerships.filter(
      (_, at) => at < n % 4 || at === own || at === alsoOwn,
    )
    for (const { coordinator } of lookers)
      await stage.as(coordinator, momentOn(addDays(day, 20), n % 20), async doer => {
        const looker = people.partnerships.findIndex(each => each.coordinator === coordinator)
        const looksAtAll = looker === own || looker === alsoOwn
        for (const evidenceId of looksAtAll ? items : items.slice(0, 24 - (n % 5)))
          await sightEvidence(doer, {
            evidenceId,
            providerId: id,
            seen: true,
            seenOn: doer.today,
            how: 'at the provider',
            whatChecked: 'Name, days and signature',
          })
        await recordAgreement(doer, id, {
          signedOn: doer.today,
          signedForCommissioner: 'The co-ordinator',
          signedForProvider: 'The head of provision',
          endsOn: addDays(doer.today, 365),
          kcsieClause: n % 5 !== 0,
          note: null,
        })
        if (looksAtAll)
          for (const what of ['registration', 'staff'] as const)
            await recordCheck(doer, id, { what, checkedOn: doer.today, found: 'In order' })
        if (looker === own)
          await recordAudit(doer, id, {
            auditedOn: addDays(stage.today, n === auditLate ? -400 : -190 - n),
            byWhom: 'LEBC',
          })
        if (n === onList && looker === own)
          await recordListing(doer, id, {
            list: 'Education out of school in the county',
            keptBy: 'A voluntary body of the county',
            sinceOn: addDays(doer.today, -90),
          })
      })
  }
}

const offers = [
  { needs: ['behaviour', 'exclusion'], subjects: ['Motor mechanics', 'English', 'Mathematics'] },
  { needs: ['emotional-health', 'attendance'], subjects: ['Art', 'Cooking', 'English'] },
  { needs: ['autism', 'communication'], subjects: ['Animal care', 'Horticulture'] },
  { needs: ['learning', 'behaviour'], subjects: ['Construction', 'Functional skills'] },
  { needs: ['physical-health', 'attendance'], subjects: ['Tutoring in all subjects'] },
] as const

async function tellProfile(doer: Doer, chance: Chance, id: string, n: number) {
  const { needs, subjects } = chance.oneOf(offers)
  await keepOffer(doer, id, 1, {
    description:
      'Small groups, the same adults every day, and work that shows what a young person can do.',
    needs,
    keyStages: chance.happens(0.4) ? [3, 4] : [4],
    weekdays: chance.happens(0.6) ? [1, 2, 3, 4, 5] : [1, 3, 5],
    subjects,
    qualifications: ['Functional Skills', 'AQA Unit Award'],
    curriculum: chance.happens(0.3) || n === sharedProvider ? 'broad' : 'narrow',
    minutesPerWeek: chance.between(8, 15) * 60,
    places: chance.between(6, 30),
    capacitySessions: chance.between(20, 120),
  })
  const employs = chance.happens(0.9)
  await keepRegistration(doer, id, 2, {
    kind: 'non-school',
    legalForm: employs
      ? chance.oneOf(['company', 'charity', 'community-interest-company'])
      : 'sole-trader',
    employsAnyone: employs,
    declaredOn: employs ? null : addDays(doer.today, -30),
    declaredBy: employs ? null : 'The owner',
    // One gives a number that the register of the county does not hold.
    registration: n === numbered ? 'registered' : 'not registered',
    urn: n === numbered ? '199999' : null,
    ofsted: null,
    saferWorkingPracticeOn: chance.happens(0.8) ? addDays(doer.today, -200) : null,
  })
  await keepSite(doer, id, {
    name: 'Main site',
    street: `${chance.between(1, 90)} Mill Lane`,
    town: chance.oneOf(['Harbury', 'Northwold', 'Sedgewater', 'Fenny Cross', 'Towpath End']),
    postcode: 'ZZ9 9ZZ',
    position: {
      latitude: 52.6 + chance.between(0, 600) / 1000,
      longitude: -1.6 + chance.between(0, 900) / 1000,
    },
  })
  await keepSubcontractor(doer, id, {
    name: 'A climbing centre',
    gives: 'One afternoon a week in summer',
    checkedHow: 'Its insurance and its staff list were seen',
    fromOn: doer.today,
    toOn: null,
  })
}

async function tellPeople(
  doer: Doer,
  chance: Chance,
  id: string,
  day: IsoDate,
  mayBeOfCounty: boolean,
) {
  const roles = ['safeguarding-lead', 'deputy-safeguarding-lead', 'staff', 'staff'] as const
  for (const [n, role] of roles.entries()) {
    const personId = await keepPerson(doer, id, {
      name: `${chance.oneOf(forenames.F)} ${chance.oneOf(staffSurnames)}`,
      role,
      worksAs: n === 0 ? 'Head of provision' : 'Tutor',
      inSeniorLeadership: n === 0,
      email: n < 2 ? `safeguarding${n + 1}@provider.example` : null,
      telephone: null,
      firstAider: n === 2,
      regulatedActivity: true,
      checkKind: 'enhanced with barred lists',
      checkedOn: addDays(day, -300 - n),
      checkNumber: String(1_000_000_000 + chance.between(0, 8_999_999)),
      updateService: chance.happens(0.5),
      referencesSeenOn: addDays(day, -310),
      rightToWorkSeenOn: addDays(day, -310),
      qualificationsSeenOn: null,
      fromOn: addDays(day, -300),
      toOn: null,
    })
    await addTraining(doer, id, {
      personId,
      trainedOn: addDays(day, -chance.between(20, 330)),
      trainer: chance.happens(0.6) && mayBeOfCounty ? 'county' : 'other',
      course: 'Safeguarding in alternative provision',
    })
  }
}
