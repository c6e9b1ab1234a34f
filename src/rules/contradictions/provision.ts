import type { Contradiction } from '../contradictions.ts'
import { educationAct1996s463, eighteenHours } from '../sources/provision.ts'
import { cite, faq, pack } from '../sources.ts'

/** Where the sources disagree about providers, insurance, hours and assurance. */
export const provisionContradictions: readonly Contradiction[] = [
  {
    id: 'C-01',
    topic: 'How many pupils make a setting a school',
    rules: ['ILL-02', 'REG-01'],
    readings: [
      { source: cite(faq, '164'), says: 'four or more' },
      { source: cite(pack, '40'), says: 'five or more' },
      { source: cite(educationAct1996s463), says: 'five, or one looked after or with an EHCP' },
    ],
    applied: 'Five is critical, four is an early warning, and one calls for caution.',
    because: 'The law says five; the FAQ’s four leaves time to act.',
  },
  {
    id: 'C-02',
    topic: 'What is substantial or full time',
    rules: ['ILL-01', 'ILL-03', 'REG-07'],
    readings: [
      { source: cite(faq, '162'), says: 'more than three days of five in the child’s programme' },
      { source: cite(pack, '41'), says: 'more than 18 hours a week of daytime operation' },
    ],
    applied: 'Both tests run; the worse result counts. A majority test waits for the new law.',
    because: 'Neither has force of law, and either can show the risk.',
  },
  {
    id: 'C-03',
    topic: 'Employers’ liability insurance',
    rules: ['EVD-03', 'EVD-04'],
    readings: [
      { source: cite(pack, '6'), says: '£10m' },
      { source: cite(pack, '9, 81'), says: '£5m' },
    ],
    applied: 'Three levels: £5m is the law and Appendix 2, £10m is what the Council expects.',
    because: 'The letter gives the Council’s own guide, the appendix the legal minimum.',
  },
  {
    id: 'C-04',
    topic: 'Public liability insurance',
    rules: ['EVD-05'],
    readings: [
      { source: cite(pack, '7'), says: '£10m' },
      { source: cite(pack, '84'), says: '£2m' },
    ],
    applied: '£2m is the minimum, £10m is what the Council expects.',
    because: 'Appendix 2 is what a provider must show; the letter is a guide.',
  },
  {
    id: 'C-05',
    topic: 'Professional indemnity insurance',
    rules: ['EVD-06'],
    readings: [
      { source: cite(pack, '8'), says: '£2m' },
      { source: cite(pack, '77-153'), says: 'nothing: it is not among the documents' },
    ],
    applied: 'An item of the letter only, never among the 25 documents.',
    because: 'The letter asks for it and the checklist does not.',
  },
  {
    id: 'C-06',
    topic: 'Sole traders and employers’ liability',
    rules: ['EVD-07', 'EVD-03'],
    readings: [{ source: cite(pack, '9'), says: 'not applicable to sole traders' }],
    applied: 'Asked of everyone who employs anybody; a sole trader without staff declares it.',
    because: 'The law follows being an employer and not the legal form.',
  },
  {
    id: 'C-07',
    topic: 'Registered with whom',
    rules: ['REG-03', 'REG-06'],
    readings: [
      { source: cite(faq, '162, 164'), says: 'Ofsted visits and considers' },
      { source: cite(pack, '40'), says: 'registration with the Department' },
      { source: cite(pack, '270'), says: 'Ofsted registered?' },
    ],
    applied: 'Two facts: the Department’s number, and Ofsted’s outcome.',
    because: 'The Department registers; Ofsted inspects.',
  },
  {
    id: 'C-08',
    topic: 'What the safeguarding lead is called',
    rules: ['SAF-04', 'EVD-10'],
    readings: [
      { source: cite(faq, '111'), says: 'Designated Safeguarding Lead' },
      {
        source: cite(pack, '120'),
        says: 'Lead Designated Child Protection Officer in the senior team, with deputies',
      },
    ],
    applied: 'One person with two titles. Being in the senior team and having a deputy is EVD-10.',
    because: 'Both texts mean the same post; the pack asks more of it.',
  },
  {
    id: 'C-09',
    topic: 'How much safeguarding training',
    rules: ['SAF-02', 'SAF-03'],
    readings: [
      { source: cite(faq, '111'), says: 'some training' },
      {
        source: cite(pack, '126'),
        says: 'the appropriate level for all staff, governors and volunteers',
      },
    ],
    applied: 'The pack’s standard where a school commissions or a looked-after child attends.',
    because: 'The pack was written for exactly those placements.',
  },
  {
    id: 'C-11',
    topic: 'Who assures quality',
    rules: ['EVD-13', 'QAV-01', 'QAV-05'],
    readings: [
      { source: cite(faq, '136, 172'), says: 'the LEBC audit and the partnership' },
      { source: cite(pack, '57, 162'), says: 'the commissioner, every year' },
    ],
    applied: 'The audit informs; each commissioner judges and adopts for itself.',
    because: 'The responsibility of the commissioner cannot be handed on.',
  },
  {
    id: 'C-12',
    topic: 'How often to visit',
    rules: ['PLN-07', 'QAV-01', 'QAV-03'],
    readings: [
      { source: cite(faq, '134'), says: 'regularly' },
      { source: cite(pack, '38, 58'), says: 'regular, and frequent' },
      { source: cite(pack, '162'), says: 'annual' },
    ],
    applied: 'Two clocks: one for monitoring the pupil, one for assessing the provider.',
    because: 'The texts speak of two different visits.',
  },
  {
    id: 'C-13',
    topic: 'A short time full time at one provider',
    rules: ['ILL-04'],
    readings: [
      { source: cite(faq, '162'), says: 'acceptable with a clear end date' },
      { source: cite(pack, '40'), says: 'registration is due, without exception' },
    ],
    applied: 'The exception can lower a warning, and never anything critical.',
    because: 'A local agreement does not set the registration duty aside.',
  },
  {
    id: 'C-14',
    topic: 'Full time in total, but not substantial at one provider',
    rules: ['ILL-09', 'PLN-01'],
    readings: [
      { source: cite(faq, '162'), says: 'not substantial at one provider' },
      { source: cite(pack, '46'), says: 'full time in total' },
    ],
    applied: 'Both are shown side by side; together they call for a week in more than one place.',
    because: 'Each protects the child in a different way, and both can be met.',
  },
  {
    id: 'C-21',
    topic: 'Full time has no definition, and then a number',
    rules: ['ILL-03', 'REG-07'],
    readings: [
      { source: cite(pack, '41'), says: 'there is no legal definition, and: more than 18 hours' },
      { source: cite(eighteenHours), says: 'a guide figure' },
    ],
    applied: 'Eighteen hours is labelled a guide, not law.',
    because: 'It comes from guidance to inspectors.',
  },
]
