using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.ProtectedResources;

/// <summary>Sends the token of a resource to the origin of that resource (RFC 6750 section 2.1), and nowhere else.</summary>
internal sealed class ResourceTokenHandler : AccessTokenHandler
{
    private readonly ProtectedResource _resource;

    public ResourceTokenHandler(ProtectedResource resource, HttpMessageHandler inner)
        : this(resource, inner, new ProviderErrors(resource.Address.Authority))
    {
    }

    private ResourceTokenHandler(ProtectedResource resource, HttpMessageHandler inner, ProviderErrors errors)
        : base(new(resource.Address, "the protected resource", errors), errors)
    {
        _resource = resource;
        InnerHandler = inner;
    }

    protected override async ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        await _resource.GetTokenAsync(cancellationToken).ConfigureAwait(false);

    protected override async ValueTask<TokenResponse?> RenewTokenAsync(
        HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken) =>
        refused.RefreshToken is null ? null : await _resource.RenewTokenAsync(refused, cancellationToken).ConfigureAwait(false);
}
