import { tOr } from '@/app/i18n'

export const roleName = (role: string): string => tOr(`people.role-${role.toLowerCase()}`, role)
