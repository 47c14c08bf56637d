using System.Security.Claims;

namespace SdkGen.OAuth;

/// <summary>
/// Says for which user an HTTP client is used where no HTTP request says so: in a Blazor circuit, or in work in the background. A handler never
/// remembers a user, for handlers are shared by all.
/// </summary>
public static class OAuthUser
{
    /// <summary>The name under which a request can say for whom it is: for Refit, <c>[Property(OAuthUser.PropertyName)] ClaimsPrincipal user</c>.</summary>
    public const string PropertyName = "SdkGen.OAuth.User";

    private static readonly AsyncLocal<ClaimsPrincipal?> Ambient = new();

    /// <summary>The option by which a request says for whom it is. It goes before everything else.</summary>
    public static HttpRequestOptionsKey<ClaimsPrincipal> RequestOption { get; } = new(PropertyName);

    internal static ClaimsPrincipal? Current => Ambient.Value;

    /// <summary>
    /// Says for whom everything is that is called until the result is disposed, in this flow of the program and in no other one. It goes before
    /// the user of an HTTP request.
    /// </summary>
    /// <param name="user">The user, as they were signed in.</param>
    /// <returns>What ends it.</returns>
    public static IDisposable Use(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var before = new Before(Ambient.Value);
        Ambient.Value = user;
        return before;
    }

    private sealed class Before(ClaimsPrincipal? user) : IDisposable
    {
        public void Dispose() => Ambient.Value = user;
    }
}
