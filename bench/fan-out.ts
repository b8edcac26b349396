import { createServer, type ServerResponse } from 'node:http'

/** A bare server in a process of its own: whoever asks with GET follows, whatever is posted goes to all who follow. Tells its parent its port. */
const followers = new Set<ServerResponse>()
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(':\n\n')
    followers.add(response)
    response.on('close', () => followers.delete(response))
    return
  }
  let said = ''
  request.on('data', (bytes: Buffer) => (said += bytes.toString()))
  request.on('end', () => {
    for (const follower of followers) follower.write(`data: ${said}\n\n`)
    response.end()
  })
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.on('disconnect', () => process.exit(0))
