import { expect, type Page } from '@playwright/test'

/** What went wrong on a page that nobody would see: script errors, what the policy forbade, servers of others, failures of ours. */
export class Watch {
  private readonly seen: string[] = []
  private readonly allowed: RegExp[] = []

  constructor(page: Page, private readonly origin: string) {
    page.on('pageerror', (error) => this.seen.push(`script error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('request', (request) => {
      const url = request.url()
      if (/^https?:/.test(url) && !url.startsWith(this.origin)) this.seen.push(`third party: ${url}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) this.seen.push(`${response.status()}: ${response.url()}`)
    })
  }

  /** For what a test does on purpose: an order that is refused, a network that is gone. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns)
  }

  check(): void {
    expect(this.seen.filter((it) => !this.allowed.some((pattern) => pattern.test(it))), 'nothing goes wrong unseen').toEqual([])
  }
}
