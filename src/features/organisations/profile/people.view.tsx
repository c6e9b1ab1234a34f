import { Table } from '#govuk/index.ts'
import type { PeopleByRole } from './people.query.ts'

export const People = ({ people }: { people: PeopleByRole }) => (
  <Table
    caption="People who can sign in"
    head={['Role', 'People']}
    empty="Nobody here can sign in yet."
    rows={people.map(({ role, people: holders }) => [
      role,
      <div>
        {holders.map(({ name, administrator }) => (
          <div>
            {name}
            {administrator && ' (administrator)'}
          </div>
        ))}
      </div>,
    ])}
  />
)
