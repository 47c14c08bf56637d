namespace SdkGen.OAuth;

/// <summary>The claims that the library itself adds to a user.</summary>
public static class OAuthClaims
{
    /// <summary>
    /// The session of a user at this application: a random name, made at each sign-in, by which tokens on the server are found. It is no secret, for
    /// nobody can be signed in by it.
    /// </summary>
    public const string Session = "oauth_session";
}
