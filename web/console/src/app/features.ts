import { GROUPS, type Entry, type Feature, type Group } from './feature'
import { may } from './session'

const found = import.meta.glob<Feature | Feature[]>('../features/*/routes.ts', { eager: true, import: 'default' })

export const features: Feature[] = Object.values(found).flat()

/** The entries of an area that this person may open, by group. */
export function navigation(area: Feature['area']): { group: Group; entries: Entry[] }[] {
  const entries = features.filter((feature) => feature.area === area).flatMap((feature) => feature.entries)
  return GROUPS.map((group) => ({
    group,
    entries: entries
      .filter((entry) => entry.group === group && (!entry.scope || may(entry.scope)))
      .sort((one, other) => (one.order ?? 50) - (other.order ?? 50)),
  })).filter(({ entries: some }) => some.length > 0)
}
