import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { FormState } from '../form-state.ts'
import {
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  PageContext,
  PasswordInput,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../index.ts'

const form: FormState = {
  values: {
    name: '"><script>alert(1)</script>',
    'born-day': '31',
    'born-month': '13',
    'born-year': '2012',
    route: 'fair',
    support: ['mentor', 'other'],
    school: '2',
    password: 'secret',
    views: '\nStarts with an empty line',
  },
  errors: { name: 'Enter a name', born: 'Date of birth must be a real date' },
}
const html = (view: VNode) => renderToString(view)

test('What was typed comes back as text, with its hint and error described', () => {
  const field = html(<TextInput name="name" label="Name" hint="In full" form={form} />)

  expect(field).not.toContain('<script>')
  expect(field).toContain('aria-describedby="name-hint name-error"')
  expect(field).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"')
})

test('Every error of the summary leads to an element of the page', () => {
  const page = html(
    <>
      <ErrorSummary form={form} />
      <TextInput name="name" label="Name" form={form} />
      <DateInput name="born" label="Date of birth" dateOfBirth form={form} />
    </>,
  )
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)

  expect(targets).toEqual(['name', 'born-day'])
  for (const id of targets) expect(page).toContain(`id="${id}"`)
})

test('A date shows its three parts as typed and says what each is for', () => {
  const field = html(<DateInput name="born" label="Date of birth" dateOfBirth form={form} />)

  expect(field).toMatch(/name="born-month"[^>]* value="13"[^>]* autocomplete="bday-month"/)
})

test('Choices made are chosen, and what they reveal is open', () => {
  const conditional = <TextInput name="category" label="Category" form={form} />
  const radios = html(
    <Radios
      name="route"
      label="Route"
      form={form}
      items={[
        { value: 'ordinary', label: 'Ordinary' },
        { value: 'fair', label: 'Fair Access', conditional },
      ]}
    />,
  )
  const boxes = html(
    <Checkboxes name="support" label="Support" form={form} items={{ mentor: 'M', none: 'N' }} />,
  )

  expect(radios).toMatch(/value="fair"[^>]* checked/)
  expect(radios).not.toMatch(/value="ordinary"[^>]* checked/)
  expect(radios).not.toContain('conditional--hidden')
  expect(boxes).toMatch(/value="mentor"[^>]* checked/)
  expect(boxes).not.toMatch(/value="none"[^>]* checked/)
})

test('A select keeps its choice, with a blank one first', () => {
  const field = html(
    <Select
      name="school"
      label="School"
      blank="Choose"
      form={form}
      items={{ '1': 'A', '2': 'B' }}
    />,
  )

  expect(field).toMatch(/<option value[^>]*>Choose<\/option><option value="1">A/)
  expect(field).toContain('<option value="2" selected>B')
})

test('A password is never sent back', () => {
  expect(html(<PasswordInput name="password" label="Password" form={form} />)).not.toContain(
    'secret',
  )
})

test('A text area keeps a first empty line, and counts where it has a limit', () => {
  const field = html(<TextArea name="views" label="Views" maxlength={100} form={form} />)

  expect(field).toContain('>\n\nStarts with an empty line</textarea>')
  expect(field).toContain('data-maxlength="100"')
  expect(field).toContain('You can enter up to 100 characters')
})

test('A form carries its token, a key of its own and the version that was seen', () => {
  let keys = 0
  const page = html(
    <PageContext.Provider
      value={{
        nonce: 'n',
        csrfToken: 'token',
        formKey: () => `key-${++keys}`,
        navigation: [],
        path: '/',
        demo: false,
      }}
    >
      <Form version={3}>1</Form>
      <Form>2</Form>
    </PageContext.Provider>,
  )

  expect(page).toContain('name="_csrf" value="token"')
  expect(page).toContain('value="key-1"')
  expect(page).toContain('value="key-2"')
  expect(page.match(/name="_version" value="3"/g)).toHaveLength(1)
})
