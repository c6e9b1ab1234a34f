/**
 * The Questionnaire for Commissioners (Appendix 4 of the Virtual School pack, lines 261 to 333): one
 * form for each pupil and provider, returned to the Virtual School.
 */
export type Question = {
  number: number
  section: 'Choice of provider' | 'Monitoring' | 'Long-term aims'
  text: string
  hint?: string
  line: number
}

export const questions: readonly Question[] = [
  {
    number: 1,
    section: 'Choice of provider',
    text: 'How did you decide that this provision suits this pupil best?',
    hint: 'Say how you settled on the type of provision, and how you chose between providers.',
    line: 266,
  },
  {
    number: 2,
    section: 'Choice of provider',
    text: 'Is the provision registered?',
    hint: 'The pack asks about Ofsted. Schools are registered by the Department for Education, which gives them a number; Ofsted inspects them.',
    line: 270,
  },
  {
    number: 3,
    section: 'Choice of provider',
    text: 'What training, experience and safeguarding checks do the staff have?',
    line: 274,
  },
  {
    number: 4,
    section: 'Choice of provider',
    text: 'How do you make sure that the quality of this provision is good?',
    hint: 'For example, standards that you set for safeguarding, health and safety, the building and the teaching.',
    line: 278,
  },
  {
    number: 5,
    section: 'Choice of provider',
    text: 'What have you told the provider about the pupil, how did you send it, and how is it kept safe?',
    hint: 'For example, special educational needs, reading and writing, safeguarding.',
    line: 283,
  },
  {
    number: 6,
    section: 'Choice of provider',
    text: 'How will the pupil be referred in good time to other services, and who follows up a concern?',
    hint: 'For example, educational psychology, mental health services, youth justice and drug services.',
    line: 288,
  },
  {
    number: 7,
    section: 'Monitoring',
    text: 'What is the intervention, what is it to achieve, and by when?',
    hint: 'Its purpose should be clear, centred on education, meet the pupil’s social, emotional and mental health needs, and come with a thorough assessment of progress.',
    line: 297,
  },
  {
    number: 8,
    section: 'Monitoring',
    text: 'How does it fit with the pupil’s curriculum, timetable and qualifications?',
    line: 301,
  },
  {
    number: 9,
    section: 'Monitoring',
    text: 'Which personal and academic objectives are set for this pupil?',
    hint: 'They should suit what the pupil can do, with English, maths and science (computing included) as in a mainstream school unless taught elsewhere.',
    line: 305,
  },
  {
    number: 10,
    section: 'Monitoring',
    text: 'How will you follow progress towards these objectives?',
    line: 309,
  },
  {
    number: 11,
    section: 'Monitoring',
    text: 'How often will the plan be reviewed, and by whom?',
    line: 313,
  },
  {
    number: 12,
    section: 'Monitoring',
    text: 'How will you stay in touch with the provider and with the pupil?',
    line: 317,
  },
  {
    number: 13,
    section: 'Monitoring',
    text: 'How will the pupil go on feeling part of your school?',
    line: 321,
  },
  {
    number: 14,
    section: 'Long-term aims',
    text: 'What support will you give for a return to mainstream?',
    line: 329,
  },
  {
    number: 15,
    section: 'Long-term aims',
    text: 'If the intervention lasts to the end of the key stage, how will you support the next step?',
    line: 333,
  },
]
