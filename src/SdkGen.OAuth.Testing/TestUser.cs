using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing;

/// <summary>
/// A user who can sign in at a <see cref="TestAuthorizationServer"/>. The claims go where OpenID Connect Core section 5.4 says: into
/// ID tokens and UserInfo replies, as far as the scopes reach. A client that does not ask for <c>openid</c> gets them all from UserInfo.
/// </summary>
public sealed record TestUser
{
    /// <summary><c>sub</c>: by this a test names the user.</summary>
    public required string Subject { get; init; }

    /// <summary><c>name</c>, of the scope <c>profile</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>given_name</c>, of the scope <c>profile</c>.</summary>
    public string? GivenName { get; init; }

    /// <summary><c>family_name</c>, of the scope <c>profile</c>.</summary>
    public string? FamilyName { get; init; }

    /// <summary><c>preferred_username</c>, of the scope <c>profile</c>.</summary>
    public string? PreferredUsername { get; init; }

    /// <summary><c>email</c>, of the scope <c>email</c>. A <c>login_hint</c> may be this instead of the subject.</summary>
    public string? Email { get; init; }

    /// <summary><c>email_verified</c>, of the scope <c>email</c>.</summary>
    public bool? EmailVerified { get; init; }

    /// <summary>
    /// The secret without which nobody can have the user authenticated on their device (<c>user_code</c>, OpenID Connect CIBA Core section 7.1);
    /// <see langword="null"/> for a user who has none.
    /// </summary>
    public string? UserCode { get; init; }

    /// <summary>Further claims: standard ones go with their scope, others are always there.</summary>
    public JsonObject Claims { get; init; } = [];

    /// <summary>Which user it is.</summary>
    /// <returns>A text without personal claims.</returns>
    public override string ToString() => $"TestUser {{ Subject = {Subject} }}";
}
