import { expect, test } from 'vitest'
import { type Content, differences, hashOf } from './content.ts'

const content = (answer: string, rows: Content['sections'][number]['rows'] = []): Content => ({
  sections: [
    { key: 'voice', title: 'The child’s voice', answers: [{ question: 'What?', answer }], rows },
  ],
})

test('A change is told from and to, question by question', () => {
  expect(differences(content('before'), content('after'))).toEqual([
    { section: 'The child’s voice', question: 'What?', from: 'before', to: 'after' },
  ])
})

test('What is the same is not a change', () => {
  expect(differences(content('same'), content('same'))).toEqual([])
})

test('A row that was added or taken away is a change of each of its answers', () => {
  const row = { title: 'A mentor', answers: [{ question: 'What came of it?', answer: 'Better' }] }
  expect(differences(content('x'), content('x', [row]))).toEqual([
    {
      section: 'The child’s voice',
      question: 'A mentor: What came of it?',
      from: undefined,
      to: 'Better',
    },
  ])
})

test('Two answers to one question are both seen', () => {
  const two = content('x')
  const files: Content = {
    sections: [
      {
        key: 'attachments',
        title: 'Attachments',
        answers: [
          { question: 'File', answer: 'a.pdf' },
          { question: 'File', answer: 'b.pdf' },
        ],
        rows: [],
      },
      ...two.sections,
    ],
  }
  expect(differences(two, files)).toEqual([
    { section: 'Attachments', question: 'File', from: undefined, to: 'a.pdf\nb.pdf' },
  ])
})

test('The fingerprint holds to every letter', () => {
  expect(hashOf(content('a'))).toBe(hashOf(content('a')))
  expect(hashOf(content('a'))).not.toBe(hashOf(content('b')))
})
