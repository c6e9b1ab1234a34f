import { expect, test } from 'vitest'
import {
  answersTo,
  answerTo,
  dateError,
  type FormState,
  fieldAnchor,
  hasErrors,
  untouched,
} from './form-state.ts'

const form = (values: FormState['values'], errors: FormState['errors'] = {}): FormState => ({
  values,
  errors,
})

test('One answer is the first of several, and several may be one', () => {
  expect(answerTo(form({ a: ['x', 'y'] }), 'a')).toBe('x')
  expect(answersTo(form({ a: 'x' }), 'a')).toEqual(['x'])
  expect(answerTo(untouched, 'a')).toBeUndefined()
  expect(answersTo(untouched, 'a')).toEqual([])
})

test('A wrong date marks all its parts, or the parts that are named', () => {
  expect(dateError(form({}, { start: 'Enter it' }), 'start')).toEqual({
    message: 'Enter it',
    parts: ['day', 'month', 'year'],
  })
  expect(dateError(form({}, { 'start-year': 'Year must be in full' }), 'start')).toEqual({
    message: 'Year must be in full',
    parts: ['year'],
  })
  expect(dateError(untouched, 'start').message).toBeUndefined()
})

test('The summary leads to the first part of a date, and to any other field by its name', () => {
  expect(fieldAnchor(form({ 'start-day': '' }), 'start')).toBe('#start-day')
  expect(fieldAnchor(form({ name: '' }), 'name')).toBe('#name')
})

test('A form has errors when it has one', () => {
  expect(hasErrors(untouched)).toBe(false)
  expect(hasErrors(form({}, { a: 'Enter a' }))).toBe(true)
})
