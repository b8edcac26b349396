import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Config } from '#config'
import type { Log } from '#platform/http'
import { StartupProblem } from '#problem'
import { selfMadeCertificate } from './self-made-certificate.ts'

export type KeyAndCertificate = { key: string | Buffer; cert: string | Buffer }

/** What a server that encrypts with us is shown. */
export type Certificate = {
  current: () => KeyAndCertificate
  /** The new one, once the files have changed since they were read: whoever renews it need not restart us. */
  ifChanged: (log: Log) => KeyAndCertificate | null
}

export type CertificateFiles = Pick<Config, 'mailInTlsKey' | 'mailInTlsCert' | 'mailDomain'>

/**
 * From the files that are set. Without any it is made here: other mail servers encrypt whatever certificate they are
 * shown (RFC 7435), and a listener that encrypts nothing would be worse.
 */
export function newCertificate({ mailInTlsKey, mailInTlsCert, mailDomain }: CertificateFiles): Certificate {
  if (mailInTlsKey === null && mailInTlsCert === null) return unchanging(selfMadeCertificate(mailDomain))
  if (mailInTlsKey === null || mailInTlsCert === null)
    throw new StartupProblem('MAIL_IN_TLS_KEY and MAIL_IN_TLS_CERT belong together: set both, or neither.')
  return fromFiles(mailInTlsKey, mailInTlsCert)
}

const unchanging = (made: KeyAndCertificate): Certificate => ({ current: () => made, ifChanged: () => null })

function fromFiles(keyFile: string, certFile: string): Certificate {
  const stamp = () => [keyFile, certFile].map((file) => `${statSync(file).mtimeMs} ${statSync(file).size}`).join()
  const read = () => ({ key: readFileSync(keyFile), cert: readFileSync(certFile) })
  let current = readFirst(read)
  let known = stamp()
  return {
    current: () => current,
    ifChanged(log) {
      try {
        const now = stamp()
        if (now === known) return null
        current = checked(read())
        known = now
        return current
      } catch (error) {
        log.error({ err: error }, 'the new certificate for mail cannot be used; the old one stays')
        return null
      }
    },
  }
}

/** A key that is of another certificate is found here, and not by those who write to us. */
function checked(files: KeyAndCertificate): KeyAndCertificate {
  createSecureContext(files)
  return files
}

function readFirst(read: () => KeyAndCertificate): KeyAndCertificate {
  try {
    return checked(read())
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new StartupProblem(`MAIL_IN_TLS_KEY and MAIL_IN_TLS_CERT should name a key and its certificate in PEM files. ${why}`)
  }
}
