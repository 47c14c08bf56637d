using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>The token endpoint (RFC 6749 section 3.2) and the device authorization endpoint (RFC 8628).</content>
public sealed partial class OAuthClient
{
    /// <summary>Sends a token request.</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tokens.</returns>
    public Task<TokenResponse> RequestTokenAsync(OAuthMethod method, TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        return RequestTokenAsync(Context, method, request, request.KnownValues, null, cancellationToken);
    }

    /// <summary>Sends a device authorization request (RFC 8628 section 3.1).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">The request; <see langword="null"/> asks for the scopes of the provider.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The code to show to the user.</returns>
    public async Task<DeviceAuthorizationResponse> RequestDeviceAuthorizationAsync(
        OAuthMethod method, DeviceAuthorizationRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        request ??= new();
        var context = Context;
        var plan = context.Plan(method);
        await RequestedAccess.CheckDetailsAsync(context, request, cancellationToken).ConfigureAwait(false);
        var scopes = RequestedAccess.Scopes(context, plan, method, request.Scopes);
        var fields = new MessageFields();
        RequestedAccess.Write(fields, plan, request, scopes);
        var values = KeptValues(context, fields);
        var answer = await new OutgoingMessage(context, plan, fields, context.Templates.Values.With(values)).SendAsync(cancellationToken).ConfigureAwait(false);
        var json = answer.ReadJson();
        if (DeviceReplyReader.TryRead(plan, json, answer.Reply.ReceivedAt, out var read) is { } failure)
        {
            throw answer.Unreadable(failure);
        }

        context.Templates.Keep(values, "device.", name => ReplyReader.Text(ReplyReader.Member(plan, json, name)));
        return read! with { RequestedScopes = scopes, TimeProvider = context.Services.TimeProvider, Values = values };
    }

    private static async Task<TokenResponse> RequestTokenAsync(
        ProviderContext context,
        OAuthMethod method,
        TokenRequest request,
        IReadOnlyDictionary<string, string>? known,
        Dictionary<string, string>? callbackParameters,
        CancellationToken cancellationToken)
    {
        if (context.IsPublicClient)
        {
            RequireOwnKey(context, request.Previous);
        }

        var plan = context.Plan(method);
        var binding = await context.GetBindingAsync(cancellationToken).ConfigureAwait(false);
        await RequestedAccess.CheckDetailsAsync(context, request, cancellationToken).ConfigureAwait(false);
        var requested = RequestedAccess.Scopes(context, plan, method, request.Scopes);
        var fields = new MessageFields();
        fields.Add("grant_type", request.GrantType);
        request.Write(fields);
        RequestedAccess.Write(fields, plan, request, requested);

        var answer = await new OutgoingMessage(context, plan, fields, context.Templates.Values.With(known)).SendAsync(cancellationToken).ConfigureAwait(false);
        var json = answer.ReadJson();
        var code = request as AuthorizationCodeTokenRequest;
        var failure = TokenReplyReader.TryRead(
            plan,
            json,
            new()
            {
                Now = answer.Reply.ReceivedAt,
                RequestedScopes = requested.Count > 0 ? requested : request.GrantedScopes,
                AuthorizationDetails = request is RefreshTokenRequest { AuthorizationDetails: { Count: > 0 } narrower }
                    ? narrower
                    : request.Previous?.AuthorizationDetails ?? [],
                UsedRefreshToken = (request as RefreshTokenRequest)?.RefreshToken,
                DeclaredLifetime = context.Declaration.Provider.AccessTokenLifetime,
                AllowsOtherTokens = request.AllowsOtherTokens,
                IsProven = binding?.Prover is not null,
                CallbackParameters = callbackParameters ?? request.Previous?.CallbackParameters ?? TokenResponse.EmptyValues,
            },
            out var read);
        var isBound = binding is not null && failure is null && read.Response.TokenType != "N_A";
        failure ??= isBound ? TokenConfirmation.Check(read.Response.AccessToken, context.SenderConstraint, context.KeyThumbprint!) : null;
        if (failure is { } cause)
        {
            throw answer.Unusable(cause, What(cause, context.SenderConstraint));
        }

        var idToken = await ValidateIdTokenAsync(context, read, request, code?.Data, cancellationToken).ConfigureAwait(false);
        var kept = context.Templates.KeepsValues ? KeptValues(context, plan, known, read.Response, idToken) : known;
        return idToken is null && kept is null && !isBound
            ? read.Response
            : read.Response with
            {
                IdToken = idToken,
                Values = kept ?? TokenResponse.EmptyValues,
                Binding = isBound ? binding : null,
                KeyThumbprint = isBound ? context.KeyThumbprint : null,
            };
    }

    /// <summary>What templates of later messages need of this reply, with what they need of earlier ones.</summary>
    private static Dictionary<string, string> KeptValues(
        ProviderContext context, MessagePlan plan, IReadOnlyDictionary<string, string>? known, TokenResponse token, IdToken? idToken)
    {
        var values = new Dictionary<string, string>(known ?? TokenResponse.EmptyValues, StringComparer.Ordinal);
        context.Templates.Keep(values, "token.", name => ReplyReader.Text(ReplyReader.Member(plan, token.Reply, name)));
        context.Templates.Keep(values, "id_token.", name => idToken?[name]);
        return values;
    }

    /// <summary>A token that is bound is of no use to who has another key; sent nevertheless, it would only be seen.</summary>
    private static void RequireOwnKey(ProviderContext context, TokenResponse? token)
    {
        if (token?.KeyThumbprint is { } thumbprint && thumbprint != context.KeyThumbprint)
        {
            throw context.Errors.Make(
                OAuthFailure.BoundToOtherKey,
                "the token is bound to another key or certificate than the one that the client has now: tokens that outlive a client need a stated DPoPKey");
        }
    }

    /// <summary>What is wrong with a token response, in words.</summary>
    private static string What(OAuthFailure failure, SenderConstraint constraint) => failure switch
    {
        OAuthFailure.MissingAccessToken => "without an access token",
        OAuthFailure.UnsupportedTokenType => $"with a token type that is not {(constraint == SenderConstraint.DPoP ? "DPoP" : "Bearer")}",
        OAuthFailure.TokenNotBound => "with an access token that is bound to nothing: whoever has it could use it. If the provider binds none to this "
            + "client, declare it without SenderConstraint",
        OAuthFailure.BoundToOtherKey => "with an access token that is bound to another key or certificate than this client's",
        OAuthFailure.UnsendableAccessToken => "with an access token that no header can carry",
        OAuthFailure.InvalidLifetime => "with an 'expires_in' that is no number of seconds",
        OAuthFailure.InvalidMember => "with a 'scope' that is neither a text nor a list of texts, or 'authorization_details' that are no list of objects with a type",
        _ => "with something that is no token response",
    };

    /// <summary>The validated ID token of a reply: none where none is due, the one from before where a refresh brings no new one.</summary>
    private static async ValueTask<IdToken?> ValidateIdTokenAsync(
        ProviderContext context, TokenReply reply, TokenRequest request, AuthorizationRequestData? login, CancellationToken cancellationToken)
    {
        var provider = context.Declaration.Provider;
        var expected = request.IsSignIn && request.AsksForIdToken;
        if (provider.IdToken == IdTokenExpectation.Ignored || (reply.IdToken is null && !expected))
        {
            return request.Previous?.IdToken;
        }

        if (reply.IdToken is null)
        {
            return provider.IdToken == IdTokenExpectation.Optional
                ? null
                : throw context.Errors.Make(OAuthFailure.IdTokenMissing, "the token response has no ID token, although 'openid' was asked for");
        }

        if (!request.IsSignIn && request is not RefreshTokenRequest)
        {
            // A client or an exchanged token has no user who signed in: such an ID token proves nothing here.
            return null;
        }

        return await ValidateAsync(context, reply.IdToken, reply.Response.AccessToken, request, login, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IdToken> ValidateAsync(
        ProviderContext context, string idToken, string accessToken, TokenRequest request, AuthorizationRequestData? login, CancellationToken cancellationToken)
    {
        var provider = context.Declaration.Provider;
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var keys = await context.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        return await new IdTokenValidator(keys, context.Errors).ValidateAsync(
            idToken,
            new()
            {
                Use = JwtUse.IdToken,
                ClientId = context.ClientId,
                Algorithms = IdTokenValidator.AlgorithmsOf(provider, metadata),
                ClientSecret = context.Options.ClientSecret,
                AcceptsIssuer = (issuer, claims) => context.IssuerRule.AcceptsToken(issuer, claims, metadata?.Issuer),
                Issuer = context.IssuerRule.Describe(metadata?.Issuer),
                Nonce = login?.Nonce,
                NonceRequired = provider.NonceReturned,
                NonceUnknown = request is RefreshTokenRequest,
                AccessToken = accessToken,
                AuthenticationRequestId = (request as BackchannelTokenRequest)?.AuthenticationRequestId,
                MaxAge = login?.MaxAge,
                EssentialAcrValues = login?.EssentialAcrValues ?? [],
                ClockSkew = context.Options.ClockSkew,
                Now = context.Now,
                Previous = request.Previous?.IdToken,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
