import { fieldOfList, promiseIn, type ShownList } from '#mailing'
import { honeypotName } from '#platform/html'
import { wordsFor, xmlText, type Language } from '#platform/text'
import { paths } from './joining.paths.ts'

/** The form for other sites, as plain HTML to paste: no script, no style, nothing loaded from us. */
export function embedSnippet({ baseUrl, list, language }: { baseUrl: string; list: ShownList; language: Language }): string {
  const t = wordsFor(language)
  const promise = `${list.name}. ${list.description} ${promiseIn(language)}`
  return [
    `<form action="${xmlText(baseUrl + paths.embedded)}" method="post" lang="${language}">`,
    `  <p><label>${xmlText(t('E-mail (required)'))}<br><input type="email" name="email" autocomplete="email" required></label></p>`,
    `  <p><label>${xmlText(t('First name'))} ${xmlText(t('(optional)'))}<br><input type="text" name="firstName" autocomplete="given-name" maxlength="80"></label></p>`,
    `  <p hidden><label>${xmlText(t('Leave this field empty'))} <input type="text" name="${honeypotName}" tabindex="-1" autocomplete="off"></label></p>`,
    `  <input type="hidden" name="${xmlText(fieldOfList(list))}" value="yes">`,
    `  <input type="hidden" name="language" value="${language}">`,
    `  <p>${xmlText(promise)}</p>`,
    `  <p><button type="submit">${xmlText(t('Join the list'))}</button></p>`,
    '</form>',
    '',
  ].join('\n')
}
