import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  acceptForm,
  answerQuestion,
  askForEvidence,
  draftFrom,
  knownAbout,
  openQuestionnaires,
  piecesFor,
  questionnaireById,
  rateSections,
  returnQuestionnaire,
  sendBack,
  setAsideForm,
} from '#features/assurance/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from '../chance.ts'
import { momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { FormStands } from './bought-stories.ts'
import { earlier, type ToldPlacement } from './told-placement.ts'
import { schoolAnswers } from './words.ts'

const questions = 15

/** The form that the rules ask a school for, from the day on which it is opened to where it stands. */
export async function tellForm(
  stage: Stage,
  chance: Chance,
  virtualSchool: CastMember,
  { childId, startsOn, commissioner }: ToldPlacement,
  { stands, since = startsOn }: { stands: FormStands; since?: IsoDate | undefined },
) {
  await stage.db.asWorker(tx => openQuestionnaires(tx, [childId], momentOn(since, 6)))
  const after = (days: number) => earlier(addDays(since, days), stage.today)
  const by = (
    who: CastMember,
    day: IsoDate,
    work: (doer: Doer, form: Awaited<ReturnType<typeof formOf>>) => Promise<unknown>,
  ) => stage.as(who, momentOn(day, 5), async doer => work(doer, await formOf(doer, childId)))

  if (stands === 'overdue') return
  if (stands === 'set aside')
    return by(virtualSchool, after(6), (doer, form) =>
      setAsideForm(doer, form, {
        because: 'The social worker has told us all that the form asks.',
        told: ['quality', 'monitoring'],
      }),
    )
  await by(commissioner, after(6), async (doer, form) => {
    await answerTo(doer, chance, form, stands)
    if (stands !== 'begun') await returnQuestionnaire(doer, form)
  })
  if (stands === 'begun' || stands === 'returned') return
  await by(virtualSchool, after(9), async (doer, form) => {
    await rateSections(doer, form, [
      { section: 'Choice of provider', rating: 'strong', why: null },
      {
        section: 'Monitoring',
        rating: stands === 'sent back' ? 'not enough' : 'enough',
        why: 'Visits are named, and what they found is not.',
      },
      { section: 'Long-term aims', rating: 'enough', why: null },
    ])
    if (stands === 'evidence asked')
      await askForEvidence(doer, form, {
        question: 9,
        request: 'Please send what the last visit found.',
        dueOn: addDays(stage.today, 5),
      })
    if (stands === 'sent back')
      await sendBack(doer, form, {
        because: 'Say what each visit found, and who was there.',
        dueOn: addDays(stage.today, 7),
      })
    if (stands === 'accepted') await acceptForm(doer, form, addDays(stage.today, 90))
  })
}

async function formOf(doer: Doer, childId: string) {
  const { id } = await doer.tx
    .selectFrom('questionnaire')
    .select('id')
    .where('child_id', '=', childId)
    .orderBy('reference', 'desc')
    .executeTakeFirstOrThrow()
  return questionnaireById(doer.tx, id)
}

/** What is known stands as a draft; where nothing is, the school writes its own words. */
async function answerTo(
  doer: Doer,
  chance: Chance,
  form: Awaited<ReturnType<typeof formOf>>,
  stands: FormStands,
) {
  const many = stands === 'begun' ? 5 : questions
  const known = piecesFor(await knownAbout(doer.tx, form, doer.today))
  for (let question = 1; question <= many; question += 1) {
    const pieces = known[question] ?? []
    await answerQuestion(doer, form, {
      question,
      answer: draftFrom(pieces) || chance.oneOf(schoolAnswers),
      // One school takes it for registered, which it is not (REG-06).
      registered: question === 2 ? stands === 'returned' : null,
      pieces,
      seen: 0,
    })
  }
}
