// Subscribes as the clients of graphql-ws and graphql-sse do, and prints what they hear, one JSON line each.
//
//   node subscribe.mjs ws|sse URL QUERY COUNT
//
// It prints "subscribed" on standard error once it listens, and stops after COUNT results.
import { createClient as overEvents } from 'graphql-sse';
import { createClient as overSocket } from 'graphql-ws';
import WebSocket from 'ws';

const [transport, url, query, count] = process.argv.slice(2);

const client =
  transport === 'ws'
    ? overSocket({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
    : overEvents({ url, fetchFn: fetch, retryAttempts: 0 });

let left = Number(count);
const results = client.iterate({ query });
const waiting = setTimeout(() => console.error('subscribed'), 1000);
try {
  for await (const result of results) {
    console.log(JSON.stringify(result));
    if (--left === 0) break;
  }
} catch (error) {
  console.log(JSON.stringify({ refused: error }));
} finally {
  clearTimeout(waiting);
  client.dispose();
}
