import { publicPage } from '#platform/http/public-page.tsx'
import { controller } from './controller.query.ts'
import { Away, Heading, List, Reading, Says } from './words.tsx'

/** What works for whom, what does not yet, and how that is known. */
export const accessibilityPage = publicPage({
  path: '/accessibility',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: visitor => visitor.inTransaction('sign-in', ({ tx }) => controller(tx)),
  view: ({ name, mailbox }) => (
    <Reading title="Accessibility">
      <Says>Everybody whose work is in Onroll should be able to do it. You should be able to</Says>
      <List
        items={[
          'zoom in up to 400% without text running off the screen',
          'get from start to end with a keyboard alone, or with speech recognition',
          'use a screen reader on every page',
          'work on a phone, and without JavaScript',
          'paste passwords and codes, and use a password manager',
        ]}
      />
      <Heading>How accessible it is</Heading>
      <Says>
        Onroll is built to the Web Content Accessibility Guidelines 2.2, level AA, with the
        components of the GOV.UK Design System. Its makers test pages with automated tools and by
        hand. It has not been audited by an independent body, nor been tested with users of
        assistive technology, so no claim of full compliance is made here.
      </Says>
      <Heading>What is known not to work well</Heading>
      <List
        items={[
          'Passkeys and the picture for authenticator apps depend on your browser and device. Each has another way beside it: a password with a code, and a key that can be typed.',
          'Wide tables scroll sideways in their own box on small screens.',
          'Documents that schools attach are as accessible as whoever made them made them.',
        ]}
      />
      <Heading>Tell us</Heading>
      <Says>
        If something does not work for you, or you need it in another form, write to{' '}
        {mailbox ?? `${name ?? 'the authority that runs this service'}`}. Say which page, what
        happened, and what you use. You should hear within five working days.
      </Says>
      <Says>
        If you are not content with the answer, contact the{' '}
        <Away href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </Away>
        . The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and
        Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </Says>
      <Says>This statement was written on 21 November 2026.</Says>
    </Reading>
  ),
})
