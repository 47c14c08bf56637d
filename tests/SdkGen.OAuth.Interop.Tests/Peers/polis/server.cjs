// Polis (BoxyHQ Jackson) as its library, with the routes that its documentation gives to Next.js and Express, an identity provider that
// speaks SAML and one that speaks OpenID Connect. Users sign in by themselves.
//
// It prints one line of JSON when it listens, and ends when its standard input does.
const crypto = require('node:crypto');
const http = require('node:http');
const { default: jackson } = require('@boxyhq/saml-jackson');
const { default: saml } = require('@boxyhq/saml20');

const tenant = 'acme.com';
const callback = 'https://app.example/callback';
const { certificate, key } = JSON.parse(process.env.PEER_INPUT);

/** Everything that arrives, as one object: the query, and the form or the JSON of the body. */
async function fields(request, url) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  const body = (request.headers['content-type'] ?? '').includes('json') ? JSON.parse(text || '{}') : Object.fromEntries(new URLSearchParams(text));
  return { query: Object.fromEntries(url.searchParams), body };
}

function send(response, status, body, type) {
  response.writeHead(status, { 'Content-Type': type ?? (typeof body === 'string' ? 'text/html' : 'application/json') });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function redirect(response, location) {
  response.writeHead(302, { Location: location });
  response.end();
}

/** A server on a port of its own; a handler is found by method and path. */
async function listen(host, routes) {
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const route = routes[url.pathname];
    try {
      if (!route) {
        return send(response, 404, 'Not found');
      }
      return await route({ request, response, url, ...await fields(request, url) });
    } catch (error) {
      // What the routes of Polis do: the message as it is, and no JSON around it.
      console.error(url.pathname, error.statusCode, error.message);
      return send(response, error.statusCode ?? 500, error.message);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://${host}:${server.address().port}`;
}

async function main() {
  const jwtKeys = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (which, type) => Buffer.from(jwtKeys[which].export({ type, format: 'pem' })).toString('base64');
  let controllers;

  // Basic credentials: split at every colon, and not form-decoded.
  function credentials(request, body) {
    const header = request.headers.authorization ?? '';
    if (!header.startsWith('Basic ')) {
      return body;
    }
    const [client_id, client_secret] = Buffer.from(header.slice('Basic '.length), 'base64').toString().split(':');
    return { ...body, client_id, client_secret };
  }

  const polis = await listen('127.0.0.1', {
    '/api/oauth/authorize': async ({ response, query, body }) => {
      const { redirect_url, authorize_form } = await controllers.oauthController.authorize({ ...query, ...body });
      return redirect_url ? redirect(response, redirect_url) : send(response, 200, authorize_form);
    },
    '/api/oauth/saml': async ({ response, body }) => {
      const { redirect_url } = await controllers.oauthController.samlResponse({ SAMLResponse: body.SAMLResponse, RelayState: body.RelayState });
      return redirect(response, redirect_url);
    },
    '/api/oauth/oidc': async ({ response, query }) => {
      const { redirect_url } = await controllers.oauthController.oidcAuthzResponse(query);
      return redirect(response, redirect_url);
    },
    '/api/oauth/token': async ({ request, response, body }) => send(response, 200, await controllers.oauthController.token(credentials(request, body))),
    '/api/oauth/userinfo': async ({ request, response, query }) => {
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? query.access_token;
      if (!token) {
        return send(response, 401, { message: 'Unauthorized' });
      }
      try {
        return send(response, 200, await controllers.oauthController.userInfo(token));
      } catch (error) {
        return send(response, error.statusCode ?? 500, { message: error.message });
      }
    },
    '/oauth/jwks': async ({ response }) => send(response, 200, await controllers.oidcDiscoveryController.jwks()),
    '/.well-known/openid-configuration': async ({ response }) => send(response, 200, controllers.oidcDiscoveryController.openidConfig()),
  });

  controllers = await jackson({
    externalUrl: polis,
    samlPath: '/api/oauth/saml',
    oidcPath: '/api/oauth/oidc',
    samlAudience: 'https://saml.boxyhq.com',
    idpEnabled: true,
    noAnalytics: true,
    db: { engine: 'mem' },
    openid: { jwsAlg: 'RS256', jwtSigningKeys: { private: pem('privateKey', 'pkcs8'), public: pem('publicKey', 'spki') } },
  });

  // The identity provider that speaks SAML: whoever comes is Ada.
  async function assertion(response, acsUrl, audience, requestId, relayState) {
    const text = await saml.createSAMLResponse({
      issuer: `${idp}/metadata`,
      audience,
      acsUrl,
      requestId,
      claims: { email: 'ada@acme.com', raw: { id: 'ada', email: 'ada@acme.com', firstName: 'Ada', lastName: 'Lovelace' } },
      privateKey: key,
      publicKey: certificate,
    });
    return send(response, 200, saml.createPostForm(acsUrl, [
      { name: 'RelayState', value: relayState },
      { name: 'SAMLResponse', value: Buffer.from(text).toString('base64') },
    ]));
  }

  const idp = await listen('127.0.0.1', {
    '/sso': async ({ request, response, query, body }) => {
      const sent = request.method === 'POST' ? body : query;
      const { id, acsUrl, audience } = await saml.parseSAMLRequest(await saml.decodeBase64(sent.SAMLRequest, request.method !== 'POST'));
      return assertion(response, acsUrl, audience, id, sent.RelayState);
    },
    // A sign-in that nobody asked for.
    '/initiate': ({ response }) => assertion(response, `${polis}/api/oauth/saml`, 'https://saml.boxyhq.com', undefined, ''),
  });

  // The identity provider that speaks OpenID Connect: whoever comes is Grace.
  const oidcKeys = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map();
  const oidc = await listen('localhost', {
    '/.well-known/openid-configuration': ({ response }) => send(response, 200, {
      issuer: oidc,
      authorization_endpoint: `${oidc}/authorize`,
      token_endpoint: `${oidc}/token`,
      userinfo_endpoint: `${oidc}/userinfo`,
      jwks_uri: `${oidc}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': ({ response }) => send(response, 200, { keys: [{ ...oidcKeys.publicKey.export({ format: 'jwk' }), kid: 'oidc', alg: 'RS256', use: 'sig' }] }),
    '/authorize': ({ response, query }) => {
      const code = crypto.randomUUID();
      nonces.set(code, query.nonce);
      const back = new URL(query.redirect_uri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.state);
      return redirect(response, back.href);
    },
    '/token': ({ response, body }) => {
      const now = Math.floor(Date.now() / 1000);
      const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${part({ alg: 'RS256', kid: 'oidc', typ: 'JWT' })}.${part({
        iss: oidc, sub: 'grace', aud: 'polis', iat: now, exp: now + 300, nonce: nonces.get(body.code), email: 'grace@acme.com', given_name: 'Grace', family_name: 'Hopper',
      })}`;
      const id_token = `${signed}.${crypto.sign('sha256', Buffer.from(signed), oidcKeys.privateKey).toString('base64url')}`;
      return send(response, 200, { access_token: crypto.randomUUID(), token_type: 'Bearer', expires_in: 300, id_token });
    },
    '/userinfo': ({ response }) => send(response, 200, { sub: 'grace', email: 'grace@acme.com', given_name: 'Grace', family_name: 'Hopper' }),
  });

  const connection = { tenant, defaultRedirectUrl: callback, redirectUrl: JSON.stringify([callback]) };
  const samlConnection = await controllers.connectionAPIController.createSAMLConnection({
    ...connection,
    product: 'shop',
    rawMetadata: saml.createIdPMetadataXML({ ssoUrl: `${idp}/sso`, entityId: `${idp}/metadata`, x509cert: certificate, wantAuthnRequestsSigned: true }),
  });
  const oidcConnection = await controllers.connectionAPIController.createOIDCConnection({
    ...connection,
    product: 'mail',
    oidcDiscoveryUrl: `${oidc}/.well-known/openid-configuration`,
    oidcClientId: 'polis',
    oidcClientSecret: 'for-this-test-only',
  });

  const of = ({ clientID, clientSecret }) => ({ clientId: clientID, clientSecret });
  console.log(JSON.stringify({ address: polis, initiate: `${idp}/initiate`, saml: of(samlConnection), oidc: of(oidcConnection) }));
  process.stdin.on('end', () => process.exit()).resume();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
