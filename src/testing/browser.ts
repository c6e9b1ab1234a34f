import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { answerIn, labelled, optionOf } from './fields.ts'
import { type Answers, filledIn, pairs } from './filled-in.ts'
import { attribute, elements, textOf, tidy } from './html.ts'

type Element = Tree.Element
type Fetch = (request: Request) => Promise<Response>

const origin = 'http://127.0.0.1:3000'

/**
 * A person using the service without JavaScript: finds things by the words on the page, as a screen reader would.
 * Text: `page.text`; links: `follow`; fields: `fill`, `choose`, `tick`, `attach`; buttons: `press`.
 */
export class Browser {
  private tree: Tree.Document | undefined
  private answers: Answers = new Map()
  private readonly cookies = new Map<string, string>()
  private readonly fetch: Fetch
  url = ''
  status = 0
  headers = new Headers()
  body = ''

  constructor(fetch: Fetch, cookie?: string) {
    this.fetch = fetch
    if (cookie) this.keep(cookie)
  }

  async visit(path: string, init?: RequestInit): Promise<this> {
    const address = new URL(path, origin)
    // Where on the page is the reader's own affair: no browser sends it.
    address.hash = ''
    const request = new Request(address, { redirect: 'manual', ...init })
    if (this.cookies.size > 0)
      request.headers.set(
        'cookie',
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      )
    const response = await this.fetch(request)
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    const onwards = response.headers.get('location')
    if (onwards && response.status >= 300 && response.status < 400) return this.visit(onwards)
    this.url = path
    this.status = response.status
    this.headers = response.headers
    this.body = await response.text()
    this.tree = undefined
    this.answers.clear()
    return this
  }

  /** Read when somebody looks at it: who only comes past does not. */
  private get page(): Tree.Document {
    this.tree ??= parse(this.body)
    return this.tree
  }

  /** Everything a reader sees in the main part of the page. */
  get text() {
    const main = this.all('main')[0]
    return tidy(textOf(main ?? this.page))
  }
  get wholeText() {
    return tidy(textOf(this.page))
  }
  get heading() {
    return tidy(textOf(this.only('h1')))
  }
  get title() {
    return tidy(textOf(this.only('title')))
  }
  get links() {
    return this.all('a').map(link => ({
      text: tidy(textOf(link)),
      href: attribute(link, 'href') ?? '',
    }))
  }
  get buttons() {
    return this.all('button').map(button => tidy(textOf(button)))
  }
  has(words: string) {
    return this.text.includes(words)
  }

  /** Follows the first link with these words (a whole link text, or the start of one). */
  async follow(words: string): Promise<this> {
    const link =
      this.links.find(each => each.text === words) ??
      this.links.find(each => each.text.startsWith(words))
    if (!link)
      throw new Error(
        `No link “${words}” on ${this.url}. There are: ${this.links.map(l => l.text).join(' | ')}`,
      )
    return this.visit(link.href)
  }

  /** Types into the field with this label (for a date: `day`, `month`, `year` fields by `fillDate`). */
  fill(label: string, value: string) {
    this.answers.set(labelled(this.page, label).name, [value])
    return this
  }
  fillDate(name: string, date: string) {
    const [year = '', month = '', day = ''] = date.split('-')
    this.answers.set(`${name}-day`, [day]).set(`${name}-month`, [month]).set(`${name}-year`, [year])
    return this
  }
  /** Chooses a radio button, or an option of a select, by its label. */
  choose(label: string, option?: string) {
    const field = labelled(this.page, label)
    if (option === undefined) this.answers.set(field.name, [field.value])
    else this.answers.set(field.name, [optionOf(field.element, option)])
    return this
  }
  /** Chooses a radio button by its label, under the question with these words. */
  chooseIn(question: string, label: string) {
    const { name, value } = answerIn(this.page, question, label)
    this.answers.set(name, [value])
    return this
  }
  tick(label: string) {
    const { name, value } = labelled(this.page, label)
    this.answers.set(name, [...(this.answers.get(name) ?? []), value])
    return this
  }
  attach(label: string, file: File) {
    this.answers.set(labelled(this.page, label).name, [file])
    return this
  }

  /** Presses a button, posting its form with what was filled in and what the form held already. */
  async press(words: string, { within }: { within?: string } = {}): Promise<this> {
    const form = this.formWith(words, within)
    const button = [...elements(form)].find(
      each => each.tagName === 'button' && tidy(textOf(each)).startsWith(words),
    )
    const data = filledIn(form, this.answers)
    const name = button && attribute(button, 'name')
    if (name) data.set(name, [attribute(button, 'value') ?? ''])
    const action = attribute(form, 'action') || this.url
    if (attribute(form, 'method')?.toLowerCase() !== 'post')
      return this.visit(
        `${action.split('?')[0]}?${new URLSearchParams(pairs(data) as [string, string][])}`,
      )
    const multipart = attribute(form, 'enctype') === 'multipart/form-data'
    const body = multipart ? new FormData() : new URLSearchParams()
    for (const [field, value] of pairs(data)) body.append(field, value as string)
    return this.visit(action, {
      method: 'POST',
      body,
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    })
  }

  /** What the form with this button would post, for sending it in other ways. */
  formData(words: string) {
    return new URLSearchParams(
      pairs(filledIn(this.formWith(words), this.answers)) as [string, string][],
    )
  }
  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(cookie: string) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const value = pair.slice(at + 1)
    if (value && !/max-age=0/i.test(cookie)) this.cookies.set(pair.slice(0, at), value)
    else this.cookies.delete(pair.slice(0, at))
  }

  private formWith(words: string, within?: string): Element {
    const forms = this.all('form').filter(form =>
      [...elements(form)].some(
        each => each.tagName === 'button' && tidy(textOf(each)).startsWith(words),
      ),
    )
    const form = within ? forms.find(each => tidy(textOf(each)).includes(within)) : forms[0]
    if (!form)
      throw new Error(`No “${words}” button on ${this.url}. There are: ${this.buttons.join(' | ')}`)
    return form
  }

  all(tag: string) {
    return [...elements(this.page)].filter(each => each.tagName === tag)
  }
  private only(tag: string) {
    const [first, second] = this.all(tag)
    if (!first || second)
      throw new Error(`Expected exactly one <${tag}> on ${this.url}: ${this.text.slice(0, 300)}`)
    return first
  }
}
