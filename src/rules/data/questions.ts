/**
 * The Questionnaire for Commissioners (Appendix 4 of the Virtual School pack, lines 261 to 333): one
 * form for each pupil and provider, returned to the Virtual School.
 */
export type Question = {
  number: number
  section: 'Choice of provider' | 'Monitoring' | 'Long-term aims'
  /** In plain words. */
  text: string
  /** As the form itself asks it: the words that the school answers. */
  wording: string
  hint?: string
  line: number
}

export const questions: readonly Question[] = [
  {
    number: 1,
    section: 'Choice of provider',
    text: 'How did you decide that this provision suits this pupil best?',
    wording: 'How did you decide which provision is most appropriate for this pupil?',
    hint: 'Say how you settled on the type of provision, and how you chose between providers.',
    line: 266,
  },
  {
    number: 2,
    section: 'Choice of provider',
    text: 'Is the provision registered?',
    wording: 'Is the provision Ofsted registered?',
    hint: 'The pack asks about Ofsted. Schools are registered by the Department for Education, which gives them a number; Ofsted inspects them.',
    line: 270,
  },
  {
    number: 3,
    section: 'Choice of provider',
    text: 'What training, experience and safeguarding checks do the staff have?',
    wording: 'What training, experience and safeguarding checks have the provision’s staff had?',
    line: 274,
  },
  {
    number: 4,
    section: 'Choice of provider',
    text: 'How do you make sure that the quality of this provision is good?',
    wording: 'What procedures do you have in place to ensure this is good quality provision?',
    hint: 'For example, standards that you set for safeguarding, health and safety, the building and the teaching.',
    line: 278,
  },
  {
    number: 5,
    section: 'Choice of provider',
    text: 'What have you told the provider about the pupil, how did you send it, and how is it kept safe?',
    wording:
      'What information about the pupil have you shared with the provider and how was it shared and how is it kept securely?',
    hint: 'For example, special educational needs, reading and writing, safeguarding.',
    line: 283,
  },
  {
    number: 6,
    section: 'Choice of provider',
    text: 'How will the pupil be referred in good time to other services, and who follows up a concern?',
    wording:
      'How will you ensure appropriate and timely referrals to other relevant services such as educational psychology, child and adolescent mental health services, youth offending teams and drug support services etc. If any concerns arise at the provision, who will follow up and report back?',
    hint: 'For example, educational psychology, mental health services, youth justice and drug services.',
    line: 288,
  },
  {
    number: 7,
    section: 'Monitoring',
    text: 'What is the intervention, what is it to achieve, and by when?',
    wording:
      'What is the nature of the intervention, its objectives and the timeline to achieve these objectives?',
    hint: 'Its purpose should be clear, centred on education, meet the pupil’s social, emotional and mental health needs, and come with a thorough assessment of progress.',
    line: 297,
  },
  {
    number: 8,
    section: 'Monitoring',
    text: 'How does it fit with the pupil’s curriculum, timetable and qualifications?',
    wording:
      'How does this intervention complement and keep up with the pupil’s current curriculum, timetable and qualification route?',
    line: 301,
  },
  {
    number: 9,
    section: 'Monitoring',
    text: 'Which personal and academic objectives are set for this pupil?',
    wording:
      'What are the clearly defined objectives relating to personal and academic attainment for this pupil?',
    hint: 'They should suit what the pupil can do, with English, maths and science (computing included) as in a mainstream school unless taught elsewhere.',
    line: 305,
  },
  {
    number: 10,
    section: 'Monitoring',
    text: 'How will you follow progress towards these objectives?',
    wording: 'How will you monitor progress against these personal and academic objectives?',
    line: 309,
  },
  {
    number: 11,
    section: 'Monitoring',
    text: 'How often will the plan be reviewed, and by whom?',
    wording: 'How frequently will the plan be reviewed and who will be involved in the reviews?',
    line: 313,
  },
  {
    number: 12,
    section: 'Monitoring',
    text: 'How will you stay in touch with the provider and with the pupil?',
    wording: 'What on-going contact with the provider and pupil will you have?',
    line: 317,
  },
  {
    number: 13,
    section: 'Monitoring',
    text: 'How will the pupil go on feeling part of your school?',
    wording: 'How will you enable the pupil to continue to feel part of your school?',
    line: 321,
  },
  {
    number: 14,
    section: 'Long-term aims',
    text: 'What support will you give for a return to mainstream?',
    wording: 'What package of support will you provide to support re-integration into mainstream?',
    line: 329,
  },
  {
    number: 15,
    section: 'Long-term aims',
    text: 'If the intervention lasts to the end of the key stage, how will you support the next step?',
    wording:
      'If this intervention continues to the end of the key stage, how will you support the pupil to successfully transition into the next phase of education?',
    line: 333,
  },
]
