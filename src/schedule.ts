/** Every recurring job, one line each: minute, hour, day, month, weekday, all in UTC, and the job's name. */
export const schedule = `
*/5 * * * * move-series-on
37 4 * * * forget-unanswered-asks
2 * * * * end-pauses
40 13 * * * make-digest
* * * * * go-on-with-imports
47 4 * * * forget-old-imports
51 4 * * * forget-old-uploads
*/5 * * * * tell-of-recordings
*/5 * * * * publish-due-tips
*/10 * * * * draw-slides
50 13 * * * remind-of-captions
57 4 * * * forget-unconfirmed-questions
20 14 * * * ask-whether-it-helped
*/10 * * * * ask-after-gatherings
27 4 * * * forget-old-asks
27 4 * * * forget-old-interest
17 4 * * * forget-ended-sign-ins
51 4 * * * forget-untaken-reports
57 4 * * * make-dates-of-series
57 4 * * * forget-old-drafts
21 5 * * * compare-tools
57 4 * * * forget-old-rounds
9 * * * * look-after-dkim
`
