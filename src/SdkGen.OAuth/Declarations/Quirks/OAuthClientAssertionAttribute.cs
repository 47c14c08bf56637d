namespace SdkGen.OAuth;

/// <summary>
/// Says what a provider wants differently of the JWT by which the client authenticates (RFC 7523 section 3), where
/// <see cref="ClientAuthenticationMethod.PrivateKeyJwt"/> or <see cref="ClientAuthenticationMethod.ClientSecretJwt"/> is declared.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class OAuthClientAssertionAttribute : Attribute
{
    /// <summary>The template of <c>iss</c>. It is the client id unless the provider wants something else, such as a <c>{teamId}</c>.</summary>
    public string Issuer { get; set; } = "{client.id}";

    /// <summary>
    /// The template of <c>aud</c>. <see langword="null"/>, or with an optional variable that has no value: the provider's issuer, or the token
    /// endpoint of a provider without one. The issuer is the safe choice: an assertion for an endpoint can be replayed by whoever makes the client
    /// believe in that endpoint.
    /// </summary>
    public string? Audience { get; set; }

    /// <summary>
    /// The <c>typ</c> of the header; empty leaves it out. The default names what the JWT is for, so that it can be taken for nothing else
    /// (RFC 8725 section 3.11); OpenIddict takes no other. A server that knows only <c>JWT</c> has to be declared.
    /// </summary>
    public string Type { get; set; } = "client-authentication+jwt";

    /// <summary>The algorithms that the provider takes; none declared means those that it announces.</summary>
    public string[] Algorithms { get; set; } = [];

    /// <summary>How long an assertion is good for, in seconds: 1 to 300.</summary>
    public int Lifetime { get; set; } = 60;
}
