using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>The one host that an access token is sent to: a token that reaches another can be used by it (RFC 9700 section 4.10).</summary>
/// <param name="address">The address of the API; nothing if it is not known.</param>
/// <param name="client">What an error calls the HTTP client.</param>
/// <param name="errors">Makes the errors.</param>
internal sealed class ResourceHost(Uri? address, string client, ProviderErrors errors)
{
    private readonly bool _isSecure = address is not null && UrlTemplate.IsSecure(address.AbsoluteUri);

    /// <summary>Whether a certificate can be presented there: by TLS alone.</summary>
    public bool HasTls => address?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Lets no request go elsewhere.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.HostNotAllowed"/>.</exception>
    public void Check(Uri? uri)
    {
        if (address is null)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"{client} has no BaseAddress, so nothing says which host its access token is for. "
                + "Set it: .ConfigureHttpClient(client => client.BaseAddress = new Uri(\"https://…\"))");
        }

        // RFC 6750 section 5.3: without TLS, whoever is on the way has the token.
        if (!_isSecure)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the BaseAddress of {client} is {address.GetLeftPart(UriPartial.Authority)}: an access token is sent by https "
                + "only, or to this machine (RFC 6750 section 5.3)");
        }

        if (uri is null || uri.Port != address.Port
            || !uri.Scheme.Equals(address.Scheme, StringComparison.Ordinal) || !uri.Host.Equals(address.Host, StringComparison.Ordinal))
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the access token of {client} is for {address.GetLeftPart(UriPartial.Authority)}; "
                + $"a request to {uri?.GetLeftPart(UriPartial.Authority)} must not carry it");
        }
    }
}
