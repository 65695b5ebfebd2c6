// What the local PDS says, in the form of Jetstream (version 1): /subscribe?wantedCollections=&wantedDids=&cursor=. Decoded by Bluesky's own library.
import http from 'node:http'
import { WebSocketServer } from 'ws'
import { Firehose } from '@atproto/sync'
import { IdResolver } from '@atproto/identity'
import { lexToJson } from '@atproto/lex-json'

const told = []
const listeners = new Set()
let newest = 0

const isWanted = (listener, event) => {
  if (listener.dids.length && !listener.dids.includes(event.did)) return false
  if (event.kind !== 'commit' || !listener.collections.length) return true
  return listener.collections.some((wanted) => wanted.endsWith('.*') ? event.commit.collection.startsWith(wanted.slice(0, -1)) : wanted === event.commit.collection)
}

const tell = (event) => {
  told.push(event)
  for (const listener of listeners) if (isWanted(listener, event)) listener.socket.send(JSON.stringify(event))
}

const source = new Firehose({
  service: `ws://127.0.0.1:${process.env.PDS_PORT}`,
  idResolver: new IdResolver({ plcUrl: `http://127.0.0.1:${process.env.PLC_PORT}` }),
  unauthenticatedCommits: true,
  unauthenticatedHandles: true,
  getCursor: () => 0,
  onError: (error) => console.error(error.message),
  handleEvent: (said) => {
    const time_us = newest = Math.max(newest + 1, Date.parse(said.time) * 1000)
    const { did, event, seq, time } = said
    if (event === 'identity') tell({ did, time_us, kind: 'identity', identity: { did, handle: said.handle, seq, time } })
    else if (event === 'account') tell({ did, time_us, kind: 'account', account: { active: said.active, did, seq, time } })
    else {
      const commit = { rev: said.rev, operation: event, collection: said.collection, rkey: said.rkey }
      tell({ did, time_us, kind: 'commit', commit: event === 'delete' ? commit : { ...commit, record: lexToJson(said.record), cid: said.cid.toString() } })
    }
  },
})

const sockets = new WebSocketServer({ noServer: true })
const server = http.createServer((_, answer) => answer.end('jetstream\n'))
server.on('upgrade', (request, socket, head) => {
  const { pathname, searchParams } = new URL(request.url, 'http://here')
  if (pathname !== '/subscribe') return socket.destroy()
  sockets.handleUpgrade(request, socket, head, (opened) => {
    const listener = { socket: opened, collections: searchParams.getAll('wantedCollections'), dids: searchParams.getAll('wantedDids') }
    const cursor = searchParams.get('cursor')
    for (const event of cursor ? told : []) if (event.time_us >= Number(cursor) && isWanted(listener, event)) opened.send(JSON.stringify(event))
    listeners.add(listener)
    opened.on('close', () => listeners.delete(listener))
    opened.on('error', () => listeners.delete(listener))
  })
})
server.listen(Number(process.env.JETSTREAM_PORT), '127.0.0.1', () => console.log(JSON.stringify({ ready: true })))
source.start()
process.on('SIGTERM', () => process.exit(0))
