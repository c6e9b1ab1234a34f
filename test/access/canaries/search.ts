import { newId } from '#domain/ids.ts'
import { csrfToken } from '#platform/sessions.ts'
import { mayReadRow } from './fields.ts'
import type { Judge } from './judge.ts'
import type { lookingAt } from './look.ts'
import { withoutChance } from './normal.ts'
import type { CanaryScene, Viewer } from './scene.ts'

/** What a search says, without the words that were looked for. */
export async function found(
  looking: ReturnType<typeof lookingAt>,
  viewer: Viewer,
  { who = '', birthDate = '' }: { who?: string; birthDate?: string },
): Promise<string> {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const fields = { who, 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }
  const token = viewer.csrf ? csrfToken(viewer.csrf) : ''
  const body = new URLSearchParams({ ...fields, _key: newId(), _csrf: token })
  const sent = await looking.look(viewer, '/children', { method: 'POST', body })
  const { status, text } = await looking.look(viewer, sent.location)
  const words = withoutChance(text)
    .replaceAll(who || '\0', 'TYPED')
    .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}/g, 'DAY')
    .replaceAll(/value="\d+"/g, 'value=""')
  return `${sent.status} ${status} ${words}`
}

/** Children whom a viewer may not see, in the ways in which they might be looked for, each beside a child there is not. */
export function searchesFor({ world }: CanaryScene, judge: Judge, viewer: Viewer) {
  const me = judge.who(viewer)
  const children = world.rows.child.filter(
    row => row.merged_into_id === null && !mayReadRow(me, 'child', row) && isOnlyOne(world, row),
  )
  return children.slice(0, 3).flatMap(
    child =>
      [
        [{ who: String(child['surname']) }, { who: 'canary0000y' }],
        [{ who: String(child['upn']) }, { who: 'B987654321012' }],
        [{ who: `C-${child['reference']}` }, { who: 'C-99999999' }],
        [{ birthDate: String(child['birth_date']) }, { birthDate: '1999-02-03' }],
      ] as const,
  )
}

const isOnlyOne = ({ rows }: CanaryScene['world'], child: Readonly<Record<string, unknown>>) =>
  rows.child.filter(({ birth_date }) => birth_date === child['birth_date']).length === 1
