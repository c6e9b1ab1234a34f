import { uuidv7 } from 'uuidv7'

declare const kind: unique symbol
type Id<Kind extends string> = string & { readonly [kind]: Kind }

/** Ids of different things do not mix: a `ChildId` is not a `ReferralId`. All are UUIDv7, so they sort by age. */
export type UserId = Id<'user'>
export type MembershipId = Id<'membership'>
export type SessionId = Id<'session'>
export type OrganisationId = Id<'organisation'>
export type ChildId = Id<'child'>
export type ReferralId = Id<'referral'>
export type MeetingId = Id<'meeting'>
export type DecisionId = Id<'decision'>
export type FileId = Id<'file'>

export const newId = <T extends string = string>(): T => uuidv7() as T

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isId = (text: string) => uuid.test(text)
