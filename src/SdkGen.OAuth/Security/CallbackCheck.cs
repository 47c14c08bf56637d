using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>
/// The checks of a callback, in the order in which they have to be made: whose request, once per parameter, from which issuer, for which
/// state, never before; and only then what it says.
/// </summary>
internal sealed class CallbackCheck(ProviderContext context, ProviderMetadata? metadata)
{
    /// <summary>Checks the callback and uses the request up.</summary>
    /// <returns>What the callback says: of a signed one, what its signature covers and nothing else.</returns>
    /// <exception cref="OAuthException">A check failed, or the callback says an error.</exception>
    public async Task<AuthorizationResponse> RunAsync(
        AuthorizationRequestData request, AuthorizationResponse response, CancellationToken cancellationToken)
    {
        CheckRequest(request);
        CheckDuplicates(response);
        CheckRedirectUri(request, response);
        if (context.Declaration.Provider.ResponseMode.IsSigned())
        {
            response = await OpenAsync(response, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            CheckUnsigned(response);
            CheckIssuer(request, response);
        }

        CheckState(request, response);
        await UseUpAsync(request, cancellationToken).ConfigureAwait(false);
        CheckError(request, response);
        CheckCode(response);
        return response;
    }

    /// <summary>
    /// Verifies a signed response (JARM section 2.4), whose issuer is checked with it: what stands beside it is not looked at, and what is
    /// not signed is no response.
    /// </summary>
    private async Task<AuthorizationResponse> OpenAsync(AuthorizationResponse response, CancellationToken cancellationToken)
    {
        var token = response.Find("response") ?? throw Fail(
            OAuthFailure.SignedMessageMissing, "the callback is not signed, although a signed one was asked for: it is not what the provider sent");
        var claims = await JwtVerifier.VerifyAsync(
            context,
            token,
            JwtUse.AuthorizationResponse,
            SignatureAlgorithms.Choose(context.Declaration.Provider.ResponseAlgorithms, metadata?.AuthorizationSigningAlgValuesSupported, ["RS256"]),
            cancellationToken).ConfigureAwait(false);
        claims.CheckIssuer();
        claims.CheckAudience();
        claims.CheckExpiry();
        claims.CheckNotBefore();
        return AuthorizationResponse.FromClaims(claims.Json);
    }

    private void CheckUnsigned(AuthorizationResponse response)
    {
        if (response.Has("response"))
        {
            throw Fail(OAuthFailure.UnexpectedParameter, "the callback is a signed response (JARM), which was not asked for: declare ResponseMode");
        }
    }

    private void CheckRequest(AuthorizationRequestData request)
    {
        if (request.Provider != context.Declaration.Name || request.ClientId != context.ClientId)
        {
            throw Fail(
                OAuthFailure.ForeignRequest,
                $"the authorization request was made for another provider or client ({Redactor.Clean(request.Provider, [])}): "
                + "redeem the code with the client that made the request");
        }

        if (request.Issuer != (metadata?.Issuer ?? context.Issuer))
        {
            throw Fail(OAuthFailure.ForeignRequest, $"the authorization request was made for the issuer '{Redactor.Clean(request.Issuer, [])}'");
        }

        // RFC 9449 section 10: the provider would refuse the code, and the user would have signed in for nothing that says why.
        if (request.KeyThumbprint is not null && request.KeyThumbprint != context.KeyThumbprint)
        {
            throw Fail(
                OAuthFailure.BoundToOtherKey,
                "the authorization request is bound to another key than the one that the client has now: state DPoPKey where several processes, or one "
                + "after a restart, take callbacks");
        }

        if (request.ExpiresAt < context.Now)
        {
            throw Fail(OAuthFailure.RequestExpired, $"the authorization request expired at {request.ExpiresAt:O}: the user has to start again");
        }
    }

    private void CheckDuplicates(AuthorizationResponse response)
    {
        if (response.FirstDuplicate() is { } name)
        {
            throw Fail(OAuthFailure.DuplicateParameter, $"the callback has the parameter '{name}' twice");
        }
    }

    /// <summary>A callback at another address belongs to another login, perhaps at another provider.</summary>
    private void CheckRedirectUri(AuthorizationRequestData request, AuthorizationResponse response)
    {
        if (response.ReceivedAt is { } received
            && Uri.Compare(received, new Uri(request.RedirectUri), UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped, StringComparison.Ordinal) != 0)
        {
            throw Fail(
                OAuthFailure.RedirectUriMismatch,
                $"the callback arrived at {received.GetLeftPart(UriPartial.Path)}, the redirect URI is {Redactor.WithoutQuery(request.RedirectUri)}. "
                + "Behind a proxy, either configure forwarded headers or parse the query alone");
        }
    }

    private void CheckIssuer(AuthorizationRequestData request, AuthorizationResponse response)
    {
        if (response.Find("iss") is { } issuer)
        {
            // Without a declared issuer there is nothing to compare with: the redirect URI alone tells providers apart.
            if (request.Issuer is not null && !IsIssuer(issuer, request.Issuer))
            {
                throw Fail(
                    OAuthFailure.IssuerMismatch,
                    $"the callback is from '{Redactor.Clean(issuer, [])}', not from '{request.Issuer}': another provider's answer to this login");
            }
        }
        else if (metadata is { AuthorizationResponseIssParameterSupported: true })
        {
            throw Fail(OAuthFailure.IssuerMissing, "the callback has no 'iss', although the provider announces that it sends it");
        }
    }

    /// <summary>The issuer, character by character; where metadata leaves the tenant open, what the declaration allows in its place.</summary>
    private bool IsIssuer(string issuer, string expected) =>
        issuer == expected || (expected.Contains('{', StringComparison.Ordinal) && context.IssuerRule.AcceptsMetadata(issuer));

    private void CheckState(AuthorizationRequestData request, AuthorizationResponse response)
    {
        if (response.State is not { } state)
        {
            throw Fail(OAuthFailure.StateMissing, "the callback has no 'state': it answers no login that was started here");
        }

        if (!FixedTime.Equal(state, request.State))
        {
            throw Fail(OAuthFailure.StateMismatch, "the 'state' of the callback is not that of the request: it answers another login");
        }
    }

    private async ValueTask UseUpAsync(AuthorizationRequestData request, CancellationToken cancellationToken)
    {
        // Remembered a little longer than the request lives, for clocks differ between machines.
        var until = request.ExpiresAt + TimeSpan.FromMinutes(5);
        if (!await context.IsFirstUseAsync(OAuthClient.UseKey(request), until, cancellationToken).ConfigureAwait(false))
        {
            throw Fail(OAuthFailure.RequestReplayed, "the authorization request was used before: a callback is accepted once");
        }
    }

    private void CheckError(AuthorizationRequestData request, AuthorizationResponse response)
    {
        var plan = context.Plan(OAuthMethod.Authorization);
        if (!response.Has("error") && Declared(plan.ErrorCode) is null)
        {
            return;
        }

        var error = new ReplyError(
            (Declared(plan.ErrorCode) ?? response.Find("error")) is { } code ? plan.Meaning(code) : null,
            Declared(plan.ErrorDescription) ?? response.Find("error_description"),
            response.Find("error_uri"),
            response.Find("error_hint"),
            response.Find("error_debug"));
        throw context.Errors.Stated(OAuthFailure.AuthorizationError, error, [request.State, request.Nonce, request.CodeVerifier, response.Code]);

        string? Declared(JsonPath? path) => path?.Name is { } name ? response.Find(name) : null;
    }

    private void CheckCode(AuthorizationResponse response)
    {
        foreach (var name in response.Names)
        {
            if (name is "id_token" or "access_token" or "token")
            {
                throw Fail(OAuthFailure.UnexpectedParameter, $"the callback carries '{name}', which was not asked for: tokens come from the token endpoint alone");
            }
        }

        if (response.Code is null)
        {
            throw Fail(OAuthFailure.CodeMissing, "the callback has neither a code nor an error");
        }
    }

    private OAuthException Fail(OAuthFailure failure, string detail) => context.Errors.Make(failure, detail);
}
