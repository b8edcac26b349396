import type { AcademyTables } from '#academy'
import type { AttendanceTables } from '#attendance'
import type { DigestsTables } from '#digests'
import type { EditionsTables } from '#editions'
import type { DraftsTables } from '#drafts'
import type { PreparingTables } from '#preparing'
import type { TrialsTables } from '#trials'
import type { SendingTables } from '#sending'
import type { LinksTables } from '#links'
import type { ExportsTables } from '#exports'
import type { ImportsTables } from '#imports'
import type { MailingTables } from '#mailing'
import type { NetworksTables } from '#networks'
import type { ParticipantsTables } from '#participants'
import type { PeopleTables } from '#people'
import type { SignInTables } from '#sign-in'
import type { SurveysTables } from '#surveys'
import type { SuppressionsTables } from '#suppressions'
import type { EventsTables } from '#events'
import type { OfficeHoursTables } from '#office-hours'
import type { LiveTables } from '#live'
import type { RecordingsTables } from '#recordings'
import type { RegularsTables } from '#regulars'
import type { RhythmsTables } from '#rhythms'
import type { RoundsTables } from '#rounds'
import type { RsvpsTables } from '#rsvps'
import type { RsvpFormsTables } from '#rsvp-forms'
import type { SegmentsTables } from '#segments'
import type { SeriesTables } from '#series'
import type { SeatsTables } from '#seats'
import type { HttpTables } from '#platform/http'
import type { DeliverabilityTables } from '#deliverability'
import type { DeliveryTables } from '#platform/delivery'
import type { DkimTables } from '#platform/dkim'
import type { MailTables } from '#platform/mail'
import type { CertificatesTables } from '#certificates'
import type { ConsentsTables } from '#consents'
import type { StepsTables } from '#steps'
import type { ToolkitTables } from '#toolkit'
import type { ToolsTables } from '#tools'
import type { SpeakersTables } from '#speakers'
import type { TopicsTables } from '#topics'
import type { WebinarsTables } from '#webinars'
import type { PagesTables } from '#pages'

/** Every table of the community: each room names its own. */
export type Schema = NetworksTables &
  PeopleTables &
  SignInTables &
  MailingTables &
  TopicsTables &
  SuppressionsTables &
  LinksTables &
  ImportsTables &
  ExportsTables &
  EditionsTables &
  DraftsTables &
  PreparingTables &
  TrialsTables &
  SendingTables &
  DigestsTables &
  HttpTables &
  MailTables &
  DeliveryTables &
  DkimTables &
  DeliverabilityTables &
  CertificatesTables &
  ConsentsTables &
  StepsTables &
  ToolkitTables &
  ToolsTables &
  RoundsTables &
  SpeakersTables &
  WebinarsTables &
  RecordingsTables &
  OfficeHoursTables &
  LiveTables &
  PagesTables &
  SeatsTables &
  EventsTables &
  RhythmsTables &
  RegularsTables &
  SurveysTables &
  AttendanceTables &
  ParticipantsTables &
  AcademyTables &
  SegmentsTables &
  SeriesTables &
  RsvpFormsTables &
  RsvpsTables
