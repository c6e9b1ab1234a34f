import { useContext } from 'preact/hooks'
import { ServiceNavigation } from '../base/service-navigation.tsx'
import { PageContext } from '../page-context.ts'
import { NotificationBadge } from '../patterns/badge.tsx'

/** The main sections, with what waits in each. */
export function Navigation() {
  const { navigation, path } = useContext(PageContext)
  if (navigation.length === 0) return null
  return (
    <ServiceNavigation
      navigationLabel="Main"
      menuButtonText="Menu"
      navigation={navigation.map(({ text, href, active, badge }) => ({
        href,
        active: active ?? (path === href || path.startsWith(`${href}/`)),
        current: href === path,
        children: (
          <>
            {text}
            {badge && badge.count > 0 && <NotificationBadge {...badge} />}
          </>
        ),
      }))}
    />
  )
}
