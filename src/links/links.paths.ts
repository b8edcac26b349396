export const paths = {
  counted: (token: string) => `/l/${token}`,
}
