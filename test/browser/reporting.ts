import type { Browser } from '#testing/browser.ts'

/** The provider reports an incident with a part for safeguarding leads and sends it, and begins one of each kind more. */
export async function reportOn(page: Browser, placement: string): Promise<string[]> {
  const sent = await begin(page, placement, 'Report an incident')
  await page
    .fill('At what time?', '10:40')
    .fill('Where did it happen?', 'In the yard')
    .fill('What happened, in the order it happened?', 'A ball broke a window.')
    .fill('What was done at once?', 'Everybody went inside.')
    .fill('Was anybody hurt?', 'Nobody')
    .chooseIn('Did anybody hold or restrain the child?', 'No')
    .chooseIn('Were the police called?', 'No')
    .chooseIn('Have the parents or carers been told?', 'Yes')
    .fill('Who was told, by whom and when? If nobody, why not yet?', 'The mother, at eleven')
    .chooseIn(
      'Is there something that only safeguarding leads should read?',
      'Yes, I write it next',
    )
    .press('Save and check')
  await page
    .fill('What was seen, heard or said?', 'Words for leads')
    .press('Save and check the report')
  await page.press('Send the report')
  const incident = await begin(page, placement, 'Report an incident')
  const progress = await begin(page, placement, 'Write a progress report')
  return [
    `/placed/${placement}/reports`,
    sent,
    `${sent}/correct`,
    `${sent}/safeguarding`,
    ...['incident', 'check', 'safeguarding/write'].map(name => `${incident}/${name}`),
    `${progress}/progress`,
    `${progress}/check`,
  ]
}

async function begin(page: Browser, placement: string, button: string): Promise<string> {
  await page.visit(`/placed/${placement}/reports`)
  await page.press(button)
  return page.url.split('/').slice(0, 3).join('/')
}
