/** Addresses of this room. Those in mails are kept for good. */
export const paths = {
  join: '/join',
  sent: '/join/sent',
  embed: '/join/embed',
  embedPreview: '/join/embed/preview',
  embedded: '/join/embedded',
  confirm: (token: string) => `/join/confirm/${token}`,
  preferences: (token: string) => `/preferences/${token}`,
  departure: (page: string) => `${page}/departure`,
  myLists: '/me/lists',
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  oneClick: (token: string) => `/unsubscribe/${token}/one-click`,
  return: (token: string) => `/unsubscribe/${token}/return`,
}
