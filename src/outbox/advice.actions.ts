import type { Db } from '#database'
import type { Config } from '#config'
import { findHold, findPlace, findTrouble } from '#platform/delivery'
import { failureIn } from '#platform/mail-in'
import { adviceFor, type Advice, type Advised } from './advice.rules.ts'

export type Weather = {
  hasServer: boolean
  /** Why nothing leaves just now. */
  trouble: string | null
  /** This looks like a copy. */
  isHeld: boolean
}

/** What keeps all mail here just now. */
export const weatherOf = async (db: Db, config: Config): Promise<Weather> => ({
  hasServer: config.smtpUrl !== null,
  trouble: await findTrouble(db),
  isHeld: (await findHold(db, () => findPlace(db, config))) !== null,
})

type Letter = Advised['mail'] & { lastAnswer: string | null }

/** What to do next about one letter, by what its server said of it. */
export const adviceOn = (mail: Letter, { isHeld, trouble }: Weather): Advice | null =>
  adviceFor({ mail, failure: failureIn(mail.lastAnswer ?? ''), isHeld, hasTrouble: trouble !== null })
