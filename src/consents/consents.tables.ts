/** The first time somebody agreed to be recorded at an event, and the words they agreed to. */
export type RecordingConsentTable = { eventId: string; personId: string; agreedAt: Temporal.Instant; wording: string }

export type ConsentsTables = { recordingConsent: RecordingConsentTable }
