import { GROUPS, type Entry, type Feature, type Group } from './feature'
import { allows } from './rights'

const found = import.meta.glob<Feature | Feature[]>('../features/*/routes.ts', { eager: true, import: 'default' })

export const features: Feature[] = Object.values(found).flat()

/** The entries of an area that this person may open, by group. */
export function navigation(area: Feature['area']): { group: Group; entries: Entry[] }[] {
  const entries = features.filter((feature) => feature.area === area).flatMap((feature) => feature.entries)
  return GROUPS.map((group) => ({
    group,
    entries: entries
      .filter((entry) => entry.group === group && allows(entry))
      .sort((one, other) => (one.order ?? 50) - (other.order ?? 50)),
  })).filter(({ entries: some }) => some.length > 0)
}

/** Where this person begins in an area: the first entry he may open. */
export function firstPath(area: Feature['area']): string | undefined {
  return navigation(area)[0]?.entries[0]?.path
}
