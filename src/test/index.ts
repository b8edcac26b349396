/**
 * The community we test with: the cast, their browsers and mailboxes, a clock we set, a database that forgets.
 * Ada is the steward, Ben a member, Chidi from another organisation.
 */
export { newAuthenticator } from './authenticator.ts'
export { newBrowser, type FormFields, type Browser, type Page } from './browser.ts'
export { freePort, launchChromium, openChromium, type Opener } from './chromium.ts'
export { ownCommunity, storyBegins, testConfig, useCommunity, type Community } from './community.ts'
export { phases, startCruelServer, type Cruelty, type CruelOptions, type Phase } from './cruel-server.ts'
export { say } from './conversation.ts'
export { startSink, type Letter, type Sink, type SinkOptions } from './sink.ts'
export { openEveryPage, type Opened } from './crawl.ts'
export { addBlock, blocksIn, compose, fieldsIn } from './editions.ts'
export { changeSeries, datesInSeries, editEvent, eventFields, readCalendar } from './event-desk.ts'
export { bringFile, countedIn, describeFile, idOfImport, lookAt, takeIn } from './imports.ts'
export { call, type NewEvent } from './events.ts'
export { newDatabase } from './database.ts'
export type { SentMail } from './mailbox.ts'
export { seededCommunity, type Seeded } from './seeded.ts'
export { startPostfix, whyNoPostfix } from './postfix.ts'
export { startProgram, type Program } from './program.ts'
export type { TestPerson } from './people.ts'
export { filesIn, zipOf } from './zips.ts'
export { childrenOf, readXml, textsOf, type XmlElement } from './xml.ts'
