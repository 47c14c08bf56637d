// oidc-provider, as its documentation sets it up, with every feature that the tests exercise. Users sign in and consent by themselves:
// login_hint names who does, and "deny" refuses. One process serves several settings, each on a port of its own.
//
// It prints one line of JSON when it listens, { "<setting>": "<issuer>" }, and ends when its standard input does.
import crypto from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { Provider } from 'oidc-provider';

const input = JSON.parse(process.env.PEER_INPUT ?? '{}');
const callback = 'https://app.example/callback';
const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const device = 'urn:ietf:params:oauth:grant-type:device_code';
const ciba = 'urn:openid:params:grant-type:ciba';

const web = {
  redirect_uris: [callback],
  post_logout_redirect_uris: ['https://app.example/goodbye'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials', device, exchange, ciba],
  authorization_details_types: ['payment'],
  scope: 'openid profile email offline_access orders.read orders.write',
};
const confidential = { ...web, backchannel_token_delivery_mode: 'poll' };
const basic = { ...confidential, client_secret: 'for-this-test-only-and-longer-than-32-bytes' };
const withKey = { ...confidential, token_endpoint_auth_method: 'private_key_jwt', jwks: input.jwks };

const clients = [
  { ...basic, client_id: 'basic' },
  { ...basic, client_id: 'post', token_endpoint_auth_method: 'client_secret_post' },
  { ...basic, client_id: 'secretjwt', token_endpoint_auth_method: 'client_secret_jwt' },
  { ...basic, client_id: 'we:ird id', client_secret: 'p%2B+a/=&:secret~' },
  { ...basic, client_id: 'weird-secret', client_secret: 'p%2B+a/=&:secret~' },
  { ...web, client_id: 'public', token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'refresh_token', device] },
  {
    ...web,
    client_id: 'native',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token', device],
    redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
    post_logout_redirect_uris: [],
  },
  ...(input.jwks ? [{ ...withKey, client_id: 'pkjwt' }] : []),
  ...(input.jwks ? [{ ...withKey, client_id: 'jar', request_object_signing_alg: input.jwks.keys[0].alg, require_signed_request_object: true }] : []),
  { ...basic, client_id: 'jarm', authorization_signed_response_alg: 'PS256' },
  { ...basic, client_id: 'dpop', dpop_bound_access_tokens: true },
  ...(input.certificates ? [{
    ...confidential,
    client_id: 'mtls',
    token_endpoint_auth_method: 'self_signed_tls_client_auth',
    jwks: { keys: [input.certificates.clientKey] },
    tls_client_certificate_bound_access_tokens: true,
  }] : []),
  { ...basic, client_id: 'par', require_pushed_authorization_requests: true },
  { ...basic, client_id: 'signed', userinfo_signed_response_alg: 'RS256', introspection_signed_response_alg: 'RS256' },
];

function configuration(setting) {
  return {
    clients,
    jwks: { keys: ['RS256', 'PS256', 'ES256'].map((alg) => ({ ...generate(alg), alg, use: 'sig', kid: `${setting}-${alg}` })) },
    scopes: ['openid', 'offline_access', 'orders.read', 'orders.write'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'self_signed_tls_client_auth', 'none'],
    enabledJWA: { authorizationSigningAlgValues: ['PS256', 'RS256', 'ES256'], dPoPSigningAlgValues: ['ES256', 'PS256', 'RS256'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `User ${id}`, email: `${id}@example.com`, email_verified: true }) }),
    interactions: { url: (_, interaction) => `/auto/${interaction.uid}` },
    rotateRefreshToken: true,
    ttl: { AccessToken: 3600, ClientCredentials: 600, AuthorizationCode: 60, IdToken: 3600, DeviceCode: 600, RefreshToken: 86400, Session: 86400, Grant: 86400, Interaction: 600, BackchannelAuthenticationRequest: 300 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      jwtIntrospection: { enabled: true },
      jwtUserinfo: { enabled: true },
      jwtResponseModes: { enabled: true },
      revocation: { enabled: true },
      requestObjects: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      registration: { enabled: true, initialAccessToken: input.initialAccessToken },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: setting === 'par' },
      dPoP: { enabled: true, nonceSecret: crypto.randomBytes(32), requireNonce: () => setting === 'nonce' },
      richAuthorizationRequests: {
        enabled: true,
        types: { payment: { validate: () => {} } },
        authorizationDetailsForGrantSource: (ctx) => ctx.oidc.grant.rar,
        authorizationDetailsForAccessToken: (ctx, token, source) => source?.rar,
        authorizationDetailsForIntrospection: (ctx, token) => token.rar,
      },
      mTLS: {
        enabled: true,
        certificateBoundAccessTokens: true,
        selfSignedTlsClientAuth: true,
        getCertificate: (ctx) => ctx.socket.getPeerX509Certificate?.()?.toString(),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => ({
          scope: 'orders.read orders.write', audience: resource, accessTokenTTL: 900, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } },
        }),
      },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        triggerAuthenticationDevice: () => {},
        validateRequestContext: () => {},
        validateBindingMessage: () => {},
        verifyUserCode: () => {},
        processLoginHint: (_, hint) => hint,
      },
    },
  };
}

function generate(alg) {
  const { privateKey } = alg === 'ES256'
    ? crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'jwk' });
}

/** What a user would do in the browser: sign in, and consent to whatever is missing. */
async function interact(provider, ctx, next) {
  if (!ctx.path.startsWith('/auto/')) {
    return next();
  }

  const { prompt, params, session, grantId } = await provider.interactionDetails(ctx.req, ctx.res);
  let result;
  if (params.login_hint === 'deny') {
    result = { error: 'access_denied', error_description: 'The user refused' };
  } else if (prompt.name === 'login') {
    result = { login: { accountId: params.login_hint ?? 'alice' } };
  } else {
    const grant = (grantId && await provider.Grant.find(grantId)) || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    const { missingOIDCScope, missingOIDCClaims, missingResourceScopes, rar } = prompt.details;
    for (const detail of rar ?? []) {
      grant.addRar(detail);
    }
    if (missingOIDCScope) {
      grant.addOIDCScope(missingOIDCScope.join(' '));
    }
    if (missingOIDCClaims) {
      grant.addOIDCClaims(missingOIDCClaims);
    }
    for (const [resource, scopes] of Object.entries(missingResourceScopes ?? {})) {
      grant.addResourceScope(resource, scopes.join(' '));
    }
    result = { consent: { grantId: await grant.save() } };
  }

  ctx.respond = false;
  return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: result.error === undefined });
}

/** Token exchange (RFC 8693): a token of this server for another one of the same user. */
function addTokenExchange(provider) {
  provider.registerGrantType(exchange, async (ctx) => {
    const subject = await provider.AccessToken.find(ctx.oidc.params.subject_token);
    if (!subject) {
      const refusal = new Error('invalid_grant');
      Object.assign(refusal, { error: 'invalid_grant', error_description: 'subject_token is unknown', status: 400, statusCode: 400, expose: true });
      throw refusal;
    }
    const token = new provider.AccessToken({
      accountId: subject.accountId, client: ctx.oidc.client, grantId: subject.grantId, gty: exchange, scope: ctx.oidc.params.scope ?? subject.scope,
    });
    ctx.oidc.entity('AccessToken', token);
    ctx.body = {
      access_token: await token.save(),
      expires_in: token.expiration,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: token.scope,
      token_type: 'Bearer',
    };
  }, ['subject_token', 'subject_token_type', 'requested_token_type', 'actor_token', 'actor_token_type', 'scope']);
}

/** The user's other device, for backchannel authentication (CIBA): POST /approve?auth_req_id=…&subject=…, or &error=access_denied. */
function addApproval(provider) {
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/approve') {
      return next();
    }
    const request = await provider.BackchannelAuthenticationRequest.find(ctx.query.auth_req_id);
    if (ctx.query.error) {
      const { AccessDenied } = (await import('oidc-provider')).errors;
      await provider.backchannelResult(request, new AccessDenied('The user refused'));
    } else {
      const grant = new provider.Grant({ accountId: request.accountId, clientId: request.clientId });
      grant.addOIDCScope(request.scope);
      await provider.backchannelResult(request, await grant.save());
    }
    ctx.status = 204;
  });
}

const listening = {};
for (const setting of ['open', 'par', 'nonce', ...(input.certificates ? ['mtls'] : [])]) {
  const isTls = setting === 'mtls';
  const server = isTls
    ? https.createServer({ cert: input.certificates.server, key: input.certificates.serverKey, requestCert: true, rejectUnauthorized: false })
    : http.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `${isTls ? 'https' : 'http'}://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration(setting));
  provider.use((ctx, next) => interact(provider, ctx, next));
  addApproval(provider);
  addTokenExchange(provider);
  provider.on('server_error', (_, error) => console.error(error));
  for (const event of ['grant.error', 'authorization.error', 'introspection.error', 'revocation.error', 'pushed_authorization_request.error']) {
    provider.on(event, (_, error) => console.error(setting, event, error.error, error.error_description, error.error_detail ?? ''));
  }
  server.on('request', provider.callback());
  listening[setting] = issuer;
}

console.log(JSON.stringify(listening));
process.stdin.on('end', () => process.exit()).resume();
