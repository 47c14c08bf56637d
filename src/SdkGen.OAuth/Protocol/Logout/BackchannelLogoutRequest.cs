namespace SdkGen.OAuth;

/// <summary>A logout request that the provider posted (OpenID Connect Back-Channel Logout 1.0 section 2.5).</summary>
public sealed record BackchannelLogoutRequest
{
    /// <summary><c>logout_token</c>, a field of the posted form.</summary>
    public required string LogoutToken { get; init; }

    /// <summary>The name of the type: the token is personal.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(BackchannelLogoutRequest);
}
