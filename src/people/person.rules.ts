export type Named = { firstName: string; lastName: string; email: string }

/** How a person is called: their name, or their address while they have none. */
export const nameOf = ({ firstName, lastName, email }: Named): string => `${firstName} ${lastName}`.trim() || email
