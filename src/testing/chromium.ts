import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** The first is the same browser without windows of its own, which nobody sees here and which cost a third of its time. */
export const chromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const

/** A real Chromium, the one that the machine has, that asks nobody outside for anything. */
export const openChromium = () =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? chromiums.find(existsSync) ?? chromiums[1],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
