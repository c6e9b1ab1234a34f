import { type IsoDate, isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import {
  exclusionGuidance,
  norfolkOffSite,
  offSiteRegulations2010,
  offSiteRegulations2012,
  offSiteRegulations2026,
} from '../sources/moves.ts'
import { cite } from '../sources.ts'

export const offSiteNotice: Parameter<number> = {
  id: 'P-OSD-NOTICE',
  name: 'Written notice of an off-site direction',
  unit: 'clear school days before the first day',
  standing: 'law',
  scope: 'national',
  versions: [
    { from: isoDate('2010-09-01'), value: 2, source: cite(offSiteRegulations2010, 'reg 3(2)') },
  ],
}

export const reviewLookBack: Parameter<number> = {
  id: 'P-OSD-LOOKBACK',
  name: 'A review held this recently answers a request',
  unit: 'days up to and including the request',
  standing: 'law',
  scope: 'national',
  versions: [
    { from: isoDate('2013-01-01'), value: 70, source: cite(offSiteRegulations2012, 'reg 4A') },
  ],
}

export const reviewInvitation: Parameter<number> = {
  id: 'P-OSD-INVITE',
  name: 'Parents invited to a review of an off-site direction',
  unit: 'days before the review',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('2010-09-01'), value: 6, source: cite(norfolkOffSite) }],
}

/** From this day academies and pupil referral units are bound like maintained schools. */
export const academiesBoundFrom: Parameter<IsoDate> = {
  id: 'P-OSD-ACADEMIES',
  name: 'Off-site duties apply to academies and pupil referral units',
  unit: 'first day',
  standing: 'law',
  scope: 'national',
  versions: [
    {
      from: isoDate('2026-07-26'),
      value: isoDate('2026-07-26'),
      source: cite(offSiteRegulations2026),
    },
  ],
}

/** From this day a managed move may not be a trial. */
export const noTrialsFrom: Parameter<IsoDate> = {
  id: 'P-MMV-NO-TRIAL',
  name: 'A managed move may not be a trial',
  unit: 'first day',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [
    {
      from: isoDate('2026-07-26'),
      value: isoDate('2026-07-26'),
      source: cite(exclusionGuidance, undefined, 'there cannot be a trial period'),
    },
  ],
}
