export function properties(text: string): Record<string, string>
export function words(): { en: Record<string, string>; 'zh-CN': Record<string, string> }
export function source(): string
