// What was typed into a form, out of it and back into it.

const hidden = new Set(['_csrf', '_key', '_version'])
export const fieldsOf = form => [...new FormData(form)].filter(([name]) => !hidden.has(name))
export const isBlank = fields =>
  fields.every(([name, value]) => name === 'what' || name.startsWith('base-') || !value.trim())

export function fill(form, fields) {
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name)
    if (field && !name.startsWith('base-')) field.value = value
  }
}

/** What the entry is called in the list: the item, the talk, or the area. */
export function labelOf(form) {
  // By method: a list of fields has one called “item” of its own.
  const chosen = form.elements.namedItem('item')?.selectedOptions
  if (chosen) return chosen[0]?.textContent ?? ''
  if (form.elements.what.value === 'interview')
    return `Talk: ${form.elements.job.value || form.elements.kind.value}`
  return form.closest('details')?.querySelector('summary')?.textContent.trim() ?? ''
}
