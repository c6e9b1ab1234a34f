import { useContext } from 'preact/hooks'
import type { Options } from '../attributes.ts'
import { PageContext } from '../page-context.ts'
import { NotificationBadge } from './badge.tsx'

export type SubNavigationItem = Options<{
  text: string
  href: string
  /** The page's own path unless said otherwise. */
  active?: boolean
  badge?: { count: number; text: string }
}>

/** The pages of one case, or the lists of one kind. */
export const SubNavigation = ({
  label,
  items,
}: {
  label: string
  items: readonly SubNavigationItem[]
}) => (
  <nav class="onroll-sub-navigation" aria-label={label}>
    <ul class="onroll-sub-navigation__list">
      {items.map(item => (
        <li class="onroll-sub-navigation__item">
          <NavigationLink block="onroll-sub-navigation" item={item} />
        </li>
      ))}
    </ul>
  </nav>
)

/** Many pages under headings, such as settings. */
export const SideNavigation = ({
  label,
  sections,
}: {
  label: string
  sections: readonly Options<{ heading?: string; items: readonly SubNavigationItem[] }>[]
}) => (
  <nav class="onroll-side-navigation" aria-label={label}>
    {sections.map(({ heading, items }) => (
      <>
        {heading && <h2 class="onroll-side-navigation__heading">{heading}</h2>}
        <ul class="onroll-side-navigation__list">
          {items.map(item => (
            <li class="onroll-side-navigation__item">
              <NavigationLink block="onroll-side-navigation" item={item} />
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
)

function NavigationLink({ block, item }: { block: string; item: SubNavigationItem }) {
  const { path } = useContext(PageContext)
  const here = item.active ?? item.href === path
  return (
    <a class={`${block}__link`} href={item.href} aria-current={here ? 'page' : undefined}>
      {item.text}
      {item.badge && item.badge.count > 0 && <NotificationBadge {...item.badge} />}
    </a>
  )
}
