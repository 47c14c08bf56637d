// oauth2-mock-server as a library: it grants anything to anybody, and its hooks break a reply where the name of the client says so.
// It prints one line of JSON when it listens, { "issuer": … }, and ends when its standard input does.
import { OAuth2Server } from 'oauth2-mock-server';

const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');

function clientOf(req) {
  const basic = /^Basic (.+)$/.exec(req.headers.authorization ?? '');
  return basic ? Buffer.from(basic[1], 'base64').toString().split(':')[0] : req.body?.client_id;
}

/** The members of a signed token, before it is signed. */
const claims = {
  'wrong-audience': (payload) => { payload.aud = 'somebody-else'; },
  'wrong-issuer': (payload) => { payload.iss = 'https://attacker.example'; },
  'wrong-nonce': (payload) => { payload.nonce = 'of-another-sign-in'; },
  'no-nonce': (payload) => { delete payload.nonce; },
  'expired': (payload) => { payload.iat -= 7200; payload.exp -= 7200; },
};

/** The reply of the token endpoint, before it is sent. */
const replies = {
  'expires-text': (reply) => { reply.body.expires_in = '300'; },
  'expires-missing': (reply) => { delete reply.body.expires_in; },
  'expires-words': (reply) => { reply.body.expires_in = 'soon'; },
  'scope-list': (reply) => { reply.body.scope = ['openid', 'email']; },
  'no-token-type': (reply) => { delete reply.body.token_type; },
  'other-token-type': (reply) => { reply.body.token_type = 'mac'; },
  'no-id-token': (reply) => { delete reply.body.id_token; },
  'unsigned': (reply) => {
    const payload = reply.body.id_token.split('.')[1];
    reply.body.id_token = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  },
  'forged': (reply) => {
    const [header, payload, signature] = reply.body.id_token.split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url')), sub: 'admin' };
    reply.body.id_token = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
  },
  'error-200': (reply) => { reply.statusCode = 200; reply.body = { error: 'invalid_grant', error_description: 'gone' }; },
  'teapot': (reply) => { reply.statusCode = 418; reply.body = { error: 'invalid_request' }; },
};

server.service.on('beforeTokenSigning', (token, req) => claims[clientOf(req)]?.(token.payload));
server.service.on('beforeResponse', (reply, req) => replies[clientOf(req)]?.(reply));
server.service.on('beforeUserinfo', (reply) => { reply.body = { sub: 'johndoe', name: 'John Doe' }; });
await server.start(0, '127.0.0.1');
console.log(JSON.stringify({ issuer: server.issuer.url }));
process.stdin.on('end', () => process.exit()).resume();
