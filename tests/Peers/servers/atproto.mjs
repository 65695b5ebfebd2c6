// Bluesky's own servers on loopback: PLC directory and PDS, and with APPVIEW=1 the AppView and what it needs. One line of JSON says that they are there.
import net from 'node:net'

// They listen wherever they can be reached; here that is this machine alone.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  const [first] = args
  const isPort = typeof first === 'number' || /^\d+$/.test(String(first))
  if (isPort && typeof args[1] !== 'string') args.splice(1, 0, '127.0.0.1')
  if (first?.port && !first.host && !first.path) args[0] = { ...first, host: '127.0.0.1' }
  return listen.apply(this, args)
}

const { TestNetwork, TestNetworkNoAppView } = await import('@atproto/dev-env')
const port = (name) => Number(process.env[name])
const pds = { port: port('PDS_PORT'), hostname: 'localhost', enableDidDocWithSession: true, rateLimitsEnabled: process.env.RATE_LIMITS === '1' }
const plc = { port: port('PLC_PORT') }
const bsky = { dbPostgresSchema: 'bsky', port: port('BSKY_PORT'), publicUrl: `http://localhost:${port('BSKY_PORT')}` }
const network = process.env.APPVIEW === '1'
  ? await TestNetwork.create({ pds, plc, bsky, ozone: { port: port('OZONE_PORT') } })
  : await TestNetworkNoAppView.create({ pds, plc })
console.log(JSON.stringify({ ready: true }))

// Closing waits for who is subscribed, sometimes for ever.
const end = () => { setTimeout(() => process.exit(0), 2000).unref(); network.close().finally(() => process.exit(0)) }
process.on('SIGTERM', end)
process.on('SIGINT', end)
