import { createHmac } from 'node:crypto'

/** An address as only this network can recognise it again (HMAC-SHA256). */
export const hashOfAddress = (secret: Buffer, address: string): Buffer =>
  createHmac('sha256', secret).update(`suppressed address\0${address.toLowerCase()}`).digest()
