/** Addresses of this room. Those in mails are kept for good. */
export const paths = {
  preferences: (token: string) => `/preferences/${token}`,
  departure: (page: string) => `${page}/departure`,
  myLists: '/me/lists',
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  oneClick: (token: string) => `/unsubscribe/${token}/one-click`,
  return: (token: string) => `/unsubscribe/${token}/return`,
}
