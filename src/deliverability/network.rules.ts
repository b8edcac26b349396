import { BlockList, isIP } from 'node:net'

type Kind = 'ipv4' | 'ipv6'

const kindOf = (address: string): Kind | null => {
  const version = isIP(address)
  return version === 0 ? null : version === 6 ? 'ipv6' : 'ipv4'
}

/** Whether one of the addresses lies in the network: "192.0.2.0" and "/24", or an address by itself. */
export function isWithin(network: string, prefix: string, addresses: string[]): boolean {
  const kind = kindOf(network)
  const bits = kind && bitsOf(prefix, kind)
  if (!kind || bits === null) return false
  const list = new BlockList()
  list.addSubnet(network, bits, kind)
  return addresses.some((address) => kindOf(address) === kind && list.check(address, kind))
}

function bitsOf(prefix: string, kind: Kind): number | null {
  const most = kind === 'ipv6' ? 128 : 32
  const bits = prefix === '' ? most : Number(prefix.slice(1))
  return Number.isInteger(bits) && bits >= 0 && bits <= most ? bits : null
}

const ownNetworks = ['10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7', 'fe80::/10']

/** On this machine or its own network: no receiver sees it. */
export const isPrivate = (address: string): boolean =>
  ownNetworks.some((network) => isWithin(network.slice(0, network.indexOf('/')), network.slice(network.indexOf('/')), [address]))
