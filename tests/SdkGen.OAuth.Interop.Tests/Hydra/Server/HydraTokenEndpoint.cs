using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>POST /oauth2/token, by the rules that Ory documents.</summary>
internal sealed class HydraTokenEndpoint(HydraStore store, HydraClientAuthentication authentication, HydraKeys keys)
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    private static readonly TimeSpan DeviceInterval = TimeSpan.FromSeconds(1);

    public async Task<JsonObject> AnswerAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || await request.ReadFormAsync() is not { Count: > 0 } form)
        {
            throw new HydraError("invalid_request", "The POST body can not be empty.");
        }

        var client = await authentication.AuthenticateAsync(request, form);
        var grant = form["grant_type"].ToString();
        if (grant is not ("authorization_code" or "refresh_token" or "client_credentials" or DeviceGrant))
        {
            throw new HydraError("unsupported_grant_type", "The grant type is not supported.");
        }

        if (!client.Grants.Contains(grant))
        {
            throw new HydraError("unauthorized_client", "The client is not allowed to use this grant.", $"It may not use \"{grant}\".");
        }

        return grant switch
        {
            "authorization_code" => Redeem(client, form),
            "refresh_token" => Refresh(client, form),
            "client_credentials" => Machine(client, form),
            _ => Device(client, form),
        };
    }

    /// <summary>What a client asks for has to be what it is registered with.</summary>
    public static IReadOnlyList<string> Scopes(HydraClient client, string? scope)
    {
        // A space separates scopes; "openid,offline" is one scope that nobody knows.
        string[] scopes = [.. (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return Array.Find(scopes, name => !client.Scopes.Contains(name)) is { } unknown
            ? throw new HydraError("invalid_scope", "The requested scope is not allowed.", $"The client may not ask for \"{unknown}\".")
            : scopes;
    }

    /// <summary>One value with spaces, or several values; each begins with an allowed one.</summary>
    public static IReadOnlyList<string> Audience(HydraClient client, Microsoft.Extensions.Primitives.StringValues values)
    {
        var audience = values.Count == 1 ? values.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) : [.. values.OfType<string>()];
        return Array.Find(audience, name => !client.Audiences.Any(allowed => name.StartsWith(allowed, StringComparison.Ordinal))) is { } unknown
            ? throw new HydraError("invalid_request", "The requested audience is not allowed.", $"The client may not ask for \"{unknown}\".")
            : audience;
    }

    private JsonObject Redeem(HydraClient client, IFormCollection form)
    {
        if (!store.Tokens.TryGetValue(form["code"].ToString(), out var code) || code.Kind != "code" || code.Session.Client.Id != client.Id)
        {
            throw new HydraError("invalid_grant", "The code is not one of this client.");
        }

        var session = code.Session;
        if (session.RedirectUri is { } redirectUri && redirectUri != form["redirect_uri"])
        {
            throw new HydraError("invalid_grant", "The redirect_uri is not that of the authorization request.");
        }

        CheckVerifier(session, form["code_verifier"].ToString());
        if (!code.TryUse())
        {
            session.IsRevoked = true;
            throw new HydraError("invalid_grant", "The code was used before.");
        }

        return code.ExpiresAt < DateTimeOffset.UtcNow ? throw new HydraError("invalid_grant", "The code has expired.") : Issue(session);
    }

    private static void CheckVerifier(HydraSession session, string verifier)
    {
        if (session.Challenge is null)
        {
            if (verifier.Length > 0)
            {
                throw new HydraError("invalid_grant", "There is a code_verifier, though there was no code_challenge.");
            }

            return;
        }

        if (verifier.Length is < 43 or > 128 || verifier.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '.' or '~' or '-')))
        {
            throw new HydraError("invalid_grant", "The code_verifier has to be 43 to 128 unreserved characters.");
        }

        if (Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) != session.Challenge)
        {
            throw new HydraError("invalid_grant", "The code_verifier does not fit the code_challenge.");
        }
    }

    private JsonObject Refresh(HydraClient client, IFormCollection form)
    {
        if (!store.Tokens.TryGetValue(form["refresh_token"].ToString(), out var token) || token.Kind != "refresh_token" || token.Session.Client.Id != client.Id)
        {
            throw new HydraError("invalid_grant", "The refresh token is not one of this client.");
        }

        if (!token.TryUse())
        {
            token.Session.IsRevoked = true;
            throw new HydraError("invalid_grant", "The refresh token was already used.", "All tokens of this session are revoked.");
        }

        // The scope of the request is not looked at: what was granted once is granted again.
        return token is { IsRevoked: false, Session.IsRevoked: false }
            ? Issue(token.Session)
            : throw new HydraError("invalid_grant", "The refresh token is not valid any more.");
    }

    private JsonObject Machine(HydraClient client, IFormCollection form)
    {
        if (client.IsPublic)
        {
            throw new HydraError("invalid_grant", "The client is public, and has no credentials of its own.");
        }

        if (form["scope"].ToString().Contains("orders.write", StringComparison.Ordinal))
        {
            throw new HydraError("access_denied", "The token hook of this project refused.", status: 403);
        }

        return Issue(new(client, null, Scopes(client, form["scope"]), Audience(client, form["audience"])));
    }

    private JsonObject Device(HydraClient client, IFormCollection form)
    {
        if (!store.Devices.TryGetValue(form["device_code"].ToString(), out var device) || device.Client.Id != client.Id)
        {
            throw new HydraError("invalid_grant", "The device code is not one of this client.");
        }

        var (now, last) = (DateTimeOffset.UtcNow, device.LastAsked);
        device.LastAsked = now;
        if (device.IsDenied)
        {
            throw new HydraError("access_denied", "The user refused.", status: 403);
        }

        if (device.Subject is not { } subject)
        {
            throw now - last < DeviceInterval
                ? new HydraError("slow_down", "The device asks too often.")
                : new HydraError("authorization_pending", "The user has not entered the code yet.");
        }

        store.Devices.TryRemove(form["device_code"].ToString(), out _);
        return Issue(new(client, subject, device.Scopes, []));
    }

    private JsonObject Issue(HydraSession session)
    {
        var access = store.Issue("ory_at_", session, "access_token", TimeSpan.FromHours(1));
        var reply = new JsonObject { ["access_token"] = access, ["expires_in"] = 3599 };
        if (session.Subject is not null && session.Scopes.Contains("openid"))
        {
            reply["id_token"] = keys.IdToken(session, access);
        }

        if (session.Subject is not null && session.HasRefreshToken)
        {
            reply["refresh_token"] = store.Issue("ory_rt_", session, "refresh_token", TimeSpan.FromDays(30));
        }

        reply["scope"] = string.Join(' ', session.Scopes);
        reply["token_type"] = "bearer";
        return reply;
    }
}
