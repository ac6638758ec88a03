export function chromium(): string
export const launchArguments: string[]
