import { SMTPServer } from 'smtp-server'

/** A mail server in a process of its own that takes everything and counts; tells its parent its port, and the counts when asked. */
let letters = 0
let bytes = 0
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    stream.on('data', (chunk: Buffer) => (bytes += chunk.length))
    stream.on('end', () => {
      letters++
      done()
    })
  },
})
server.on('error', () => undefined)
server.listen(0, '127.0.0.1', () => process.send?.(server.server.address()))
process.on('message', () => process.send?.({ letters, bytes }))
process.on('disconnect', () => process.exit(0))
