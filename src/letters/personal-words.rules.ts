import { xmlText } from '#platform/text'

/** The writer's words for readers for whom there is nothing, as they stand behind the bar of a field. */
export const otherwiseHtml = (words: string): string =>
  words &&
  `<div style="padding:0 24px 16px"><p style="margin:0">${xmlText(words).replaceAll(/[{}|]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p></div>`

export const otherwiseText = (words: string): string => words && `\n\n\n${words.replaceAll(/[{}|]/g, ' ')}`
