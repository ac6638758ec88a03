import type { Schemas } from '@wanqu/api-client'
import { t } from '@/app/i18n'

/** What a step of the push formula did, in words. */
export const stepWords = ({ why, units, of }: Schemas['PushStep']): string => t(`stock.step-${why}`, { n: units, of: of ?? '' })
