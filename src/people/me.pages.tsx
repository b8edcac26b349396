import { Fragment, type VNode } from 'preact'
import { Acts, EmptyState, Facts, Layout, LinkButton, Notice, ownNames, PageTitle, useWords } from '#platform/html'
import { states, type Language } from '#platform/text'
import { paths } from './people.paths.ts'
import type { ShownField } from './people.tables.ts'
import { nameOf } from './person.rules.ts'
import { shownWords } from './profile.pages.tsx'

export type Me = {
  email: string
  firstName: string
  lastName: string
  organisation: string
  job: string
  state: string | null
  timeZone: string | null
  language: Language | null
  shown: ShownField[]
}

export type MePageProps = { me: Me; sections: VNode[]; done?: 'profile' | 'address' | undefined }

/** What I am part of, and who I am here. */
export function MePage({ me, sections, done }: MePageProps) {
  const t = useWords()
  const news = { profile: t('Your profile is kept.'), address: t('Your new address is in use. All your other sessions have ended.') }
  return (
    <Layout title={t('My page')} hidden facts={<AboutMe me={me} />}>
      <PageTitle above={t('My page')}>{nameOf(me)}</PageTitle>
      {done && <Notice kind="good">{news[done]}</Notice>}
      {!me.firstName && !me.lastName && (
        <Notice>
          {t('You have a place here now. Tell us what to call you.')} <a href={paths.profile}>{t('Fill in my profile')}</a>
        </Notice>
      )}
      {sections.length === 0 && (
        <EmptyState
          sentence={t('You are not part of anything yet.')}
          act={<LinkButton href="/events">{t('See what is coming up')}</LinkButton>}
        />
      )}
      {sections.map((section, place) => (
        <Fragment key={place}>{section}</Fragment>
      ))}
    </Layout>
  )
}

function AboutMe({ me }: { me: Me }) {
  const t = useWords()
  const words = shownWords(t)
  return (
    <>
      <h2>{t('About me')}</h2>
      <Facts
        facts={[
          me.organisation !== '' && { name: t('Organization'), value: me.organisation },
          me.job !== '' && { name: t('Role'), value: me.job },
          me.state !== null && { name: t('State'), value: states[me.state as keyof typeof states] },
          me.timeZone !== null && { name: t('Time zone'), value: me.timeZone.replaceAll('_', ' ') },
          me.language !== null && { name: t('Language'), value: <span lang={me.language}>{ownNames[me.language]}</span> },
          { name: t('Members may see'), value: me.shown.length ? me.shown.map((field) => words[field]).join(', ') : t('nothing of this') },
        ]}
      />
      <Acts>
        <LinkButton href={paths.profile} kind="quiet">
          {t('Change my profile')}
        </LinkButton>
      </Acts>
      <p>
        <a href={paths.data}>{t('My data, and leaving')}</a>
      </p>
    </>
  )
}
