import type { ComponentChildren } from 'preact'
import { mailStyles as styles } from './mail-styles.ts'

/** The one title of a mail. */
export const MailTitle = ({ children }: { children: ComponentChildren }) => <h1 style={styles.title}>{children}</h1>

export const MailText = ({ children }: { children: ComponentChildren }) => <p style={styles.text}>{children}</p>

/** What a person wrote, in their own paragraphs and lines. */
export const MailWords = ({ children }: { children: string }) => (
  <>
    {children.split(/\n[ \t]*\n/).map((paragraph, place) => (
      <MailText key={place}>
        {paragraph.split('\n').map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </MailText>
    ))}
  </>
)

/** The one thing to do. It leads to a page with a button: opening it changes nothing. */
export const MailButton = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <table role="presentation" cellPadding="0" cellSpacing="0" style="margin:8px 0 24px">
    <tr>
      <td class="accent" style={styles.buttonCell}>
        <a class="button" href={href} style={styles.button}>
          {children}
        </a>
      </td>
    </tr>
  </table>
)

/** When, where, how to dial in: a name and its value a line. Facts without a value are left out. */
export const MailFacts = ({ facts }: { facts: ({ name: string; value: ComponentChildren } | null | false | undefined)[] }) => (
  <table class="facts" role="presentation" cellPadding="0" cellSpacing="0" width="100%" style={styles.facts}>
    {facts
      .filter((fact) => fact !== null && fact !== false && fact !== undefined)
      .map(({ name, value }) => (
        <tr key={name}>
          <td class="quiet rule" width="130" valign="top" style={styles.factName}>
            {name}
          </td>
          <td class="rule" valign="top" style={styles.factValue}>
            {value}
          </td>
        </tr>
      ))}
  </table>
)
