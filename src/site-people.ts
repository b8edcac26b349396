import { attendanceData } from '#attendance'
import { academyData } from '#academy'
import { certificateData, eraseCertificates } from '#certificates'
import { consentData } from '#consents'
import { correctionsData } from '#editions'
import { editionsData } from '#drafts'
import { preparingData } from '#preparing'
import { forgetImported, tagsData } from '#imports'
import { dataOfReader, forgetReader, myListsSection } from '#mailing'
import { liveData } from '#live'
import { forgetParticipant } from '#participants'
import type { Contributions } from '#people'
import { myQuestionsSection, questionData } from '#office-hours'
import { regularsData } from '#regulars'
import { roundData } from '#rounds'
import { rsvpFormData } from '#rsvp-forms'
import { eraseRsvps, myEventsSection, rsvpData } from '#rsvps'
import { eraseSignIns, signInData, signInSection } from '#sign-in'
import { eraseSpeaker, speakerData } from '#speakers'
import { surveyData } from '#surveys'
import { myStepSection, progressData } from '#steps'
import { seriesData } from '#series'
import { myRunsSection, toolData } from '#tools'
import { topicData } from '#topics'
import { forgetMails } from '#platform/mail'

/** What the rooms add to people's own pages and do when someone leaves. */
export const contributions: Contributions = {
  meSections: [myStepSection, myEventsSection, myQuestionsSection, myRunsSection, myListsSection, signInSection],
  dataOf: {
    rsvps: rsvpData,
    'rsvp-forms': rsvpFormData,
    'office-hours': questionData,
    consents: consentData,
    attendance: attendanceData,
    academy: academyData,
    regulars: regularsData,
    surveys: surveyData,
    certificates: certificateData,
    live: liveData,
    'sign-in': signInData,
    mailing: dataOfReader,
    topics: topicData,
    steps: progressData,
    tools: toolData,
    rounds: roundData,
    speakers: speakerData,
    imports: tagsData,
    series: seriesData,
    editions: editionsData,
    preparing: preparingData,
    corrections: correctionsData,
  },
  erasers: [eraseSpeaker, eraseCertificates, eraseRsvps, eraseSignIns, forgetReader, forgetImported, forgetParticipant, forgetMails],
}
