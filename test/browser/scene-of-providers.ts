import type { Act } from './scene.ts'

/** A document of one’s own provider, with a file that can be opened and taken away. */
export const aDocumentWithFile: Act = async stage => {
  const browser = stage.as('provider-manager')
  await browser.visit('/providers/own')
  const own = browser.links.find(({ href }) => href.endsWith('/evidence'))?.href
  await browser.visit(`${own}/DOC-04/add`)
  await browser.press('Save and add the file')
  browser.attach('Add a file', new File(['A policy of nobody'], 'policy.txt'))
  await browser.press('Add the file')
  stage.leave('provider-manager', browser.url)
}
