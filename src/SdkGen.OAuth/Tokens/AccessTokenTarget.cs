using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>Which requests of an HTTP client may carry an access token: those to the API that the client is for, and no other.</summary>
/// <param name="baseAddress">The base address of the client.</param>
/// <param name="clientName">The name of the client, for errors.</param>
/// <param name="errors">Makes the errors.</param>
internal sealed class AccessTokenTarget(Uri? baseAddress, string clientName, ProviderErrors errors)
{
    private readonly bool _isSecure = baseAddress is not null && UrlTemplate.IsSecure(baseAddress.AbsoluteUri);

    /// <summary>A token that reaches another host can be used by it (RFC 9700 section 4.10).</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.HostNotAllowed"/>.</exception>
    public void Check(Uri? uri)
    {
        if (baseAddress is null)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the HTTP client '{clientName}' has no BaseAddress, so nothing says which host its access token is for. "
                + "Set it: .ConfigureHttpClient(client => client.BaseAddress = new Uri(\"https://…\"))");
        }

        // RFC 6750 section 5.3: without TLS, whoever is on the way has the token.
        if (!_isSecure)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the BaseAddress of the HTTP client '{clientName}' is {baseAddress.GetLeftPart(UriPartial.Authority)}: an access token is sent by https "
                + "only, or to this machine (RFC 6750 section 5.3)");
        }

        if (uri is null || uri.Port != baseAddress.Port
            || !uri.Scheme.Equals(baseAddress.Scheme, StringComparison.Ordinal) || !uri.Host.Equals(baseAddress.Host, StringComparison.Ordinal))
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the access token of the HTTP client '{clientName}' is for {baseAddress.GetLeftPart(UriPartial.Authority)}; "
                + $"a request to {uri?.GetLeftPart(UriPartial.Authority)} must not carry it");
        }
    }
}
