using System.Diagnostics.CodeAnalysis;

namespace SdkGen.OAuth;

/// <summary>A UserInfo request (OpenID Connect Core section 5.3.1).</summary>
public sealed record UserInfoRequest
{
    /// <summary>Makes a request without a token.</summary>
    public UserInfoRequest()
    {
    }

    /// <summary>Makes a request about the user of a token response.</summary>
    /// <param name="token">The tokens. If there is an ID token among them, the reply has to be about its subject.</param>
    [SetsRequiredMembers]
    public UserInfoRequest(TokenResponse token)
    {
        ArgumentNullException.ThrowIfNull(token);
        AccessToken = token.AccessToken;
        Subject = token.IdToken?.Subject;
        Token = token;
    }

    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>
    /// The subject of the ID token, which the reply has to repeat (OpenID Connect Core section 5.3.2). State <see langword="null"/> only if
    /// there is no ID token: the reply is then about whoever the access token belongs to.
    /// </summary>
    public required string? Subject { get; init; }

    /// <summary>Parameters of the provider's own.</summary>
    public OAuthParameters Additional { get; init; } = [];

    internal TokenResponse? Token { get; }

    /// <summary>The name of the type: the token is a secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(UserInfoRequest);
}
