type Owner = { networkId: string; personId: string }

/** Whether some network would be left without an owner. */
export const isLastOwner = (owners: Owner[], personId: string): boolean =>
  owners.some(
    (mine) => mine.personId === personId && owners.every((other) => other.networkId !== mine.networkId || other.personId === personId),
  )
