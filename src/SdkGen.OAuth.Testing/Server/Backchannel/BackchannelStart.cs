using Microsoft.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The backchannel authentication endpoint (OpenID Connect CIBA Core sections 7.1 and 7.2).</summary>
internal sealed class BackchannelStart(
    UserDirectory users, AssertionCheck assertions, SigningKeyRing keys, IOpenIddictApplicationManager applications)
    : IOpenIddictServerHandler<HandleDeviceAuthorizationRequestContext>
{
    private const string Subject = "backchannel-subject";

    /// <summary>After the device authorization, which says what the same is for both.</summary>
    public static int Order => 1;

    /// <summary>The user that a request at this endpoint is about.</summary>
    public static string? SubjectOf(OpenIddictServerTransaction transaction) => transaction.GetProperty<string>(Subject);

    public async ValueTask HandleAsync(HandleDeviceAuthorizationRequestContext context)
    {
        if (context.Transaction.GetHttpRequest()?.Path != EndpointPaths.BackchannelAuthentication)
        {
            return;
        }

        if (await CheckClientAsync(context).ConfigureAwait(false) is { } client)
        {
            context.Reject(client.Error, client.Description);
        }
        else if (await FindUserAsync(context).ConfigureAwait(false) is var (user, problem) && user is null)
        {
            context.Reject(problem!.Value.Error, problem.Value.Description);
        }
        else if (CheckUser(context.Request, user) is { } refused)
        {
            context.Reject(refused.Error, refused.Description);
        }
        else
        {
            context.Transaction.SetProperty(Subject, user.Subject);
            if (long.TryParse((string?)context.Request["requested_expiry"], out var seconds))
            {
                context.Principal!.SetDeviceCodeLifetime(TimeSpan.FromSeconds(seconds));
                context.Principal!.SetUserCodeLifetime(TimeSpan.FromSeconds(seconds));
            }
        }
    }

    private async ValueTask<Problem?> CheckClientAsync(HandleDeviceAuthorizationRequestContext context)
    {
        var client = await applications.FindByClientIdAsync(context.ClientId!).ConfigureAwait(false);
        if (client is null || await applications.HasClientTypeAsync(client, ClientTypes.Public).ConfigureAwait(false))
        {
            return new(Errors.InvalidClient, "A backchannel authentication needs a client that authenticates.");
        }

        if (!await applications.HasPermissionAsync(client, Permissions.Prefixes.GrantType + BackchannelGrant.Type).ConfigureAwait(false))
        {
            return new(Errors.UnauthorizedClient, "The client may not use this grant.");
        }

        return context.Request.HasScope(Scopes.OpenId) ? null : new(Errors.InvalidScope, "The scope has to contain 'openid'.");
    }

    /// <summary>Whom the one hint names.</summary>
    private async ValueTask<(TestUser? User, Problem? Problem)> FindUserAsync(HandleDeviceAuthorizationRequestContext context)
    {
        var request = context.Request;
        string?[] hints = [request.LoginHint, (string?)request["login_hint_token"], request.IdTokenHint];
        if (hints.Count(hint => !string.IsNullOrEmpty(hint)) != 1)
        {
            return (null, new(Errors.InvalidRequest, "There has to be exactly one of login_hint, login_hint_token and id_token_hint."));
        }

        string? name = request.LoginHint;
        if (hints[1] is { Length: > 0 } token)
        {
            // A hint token is an assertion of somebody whom the server trusts.
            (name, var problem) = await assertions.RunAsync(token, context.BaseUri!).ConfigureAwait(false);
            if (name is null)
            {
                return (null, new("expired_login_hint_token", problem!));
            }
        }
        else if (hints[2] is { Length: > 0 } idToken && (name = await SubjectAsync(idToken, context).ConfigureAwait(false)) is null)
        {
            return (null, new(Errors.InvalidRequest, "The id_token_hint is no ID token of this client."));
        }

        var user = users.Find(name) ?? users.FindByEmail(name);
        return (user, user is null ? new("unknown_user_id", "The user is unknown to this server.") : null);
    }

    private async ValueTask<string?> SubjectAsync(string idToken, HandleDeviceAuthorizationRequestContext context)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(idToken, new()
        {
            IssuerSigningKeys = keys.All,
            ValidIssuer = context.BaseUri!.AbsoluteUri,
            ValidAudience = context.ClientId,
#pragma warning disable OAUTH6001 // As a hint an ID token may have expired (OpenID Connect CIBA Core section 7.1).
            ValidateLifetime = false,
#pragma warning restore OAUTH6001
        }).ConfigureAwait(false);
        return result.IsValid ? ((JsonWebToken)result.SecurityToken).Subject : null;
    }

    private static Problem? CheckUser(OpenIddictRequest request, TestUser user) =>
        ((string?)request["binding_message"])?.Length > BackchannelGrant.MaxBindingMessage ? new("invalid_binding_message", "The binding message is too long.")
        : user.UserCode is null ? null
        : (string?)request["user_code"] is not { Length: > 0 } code ? new("missing_user_code", "The user has a user code, and the request none.")
        : code != user.UserCode ? new("invalid_user_code", "The user code is wrong.")
        : null;

    /// <summary>An error of the protocol.</summary>
    private readonly record struct Problem(string Error, string Description);
}
