import { z } from 'zod'

export const newPassword = z.string('Enter a password').min(1, 'Enter a password').max(1000)

export const newPasswordHint =
  '12 characters or more. Three or four words that have nothing to do with each other are easy to remember and hard to guess. A password manager is fine.'
