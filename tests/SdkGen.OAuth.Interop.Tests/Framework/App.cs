namespace SdkGen.OAuth.Interop.Tests;

/// <summary>The application whose users sign in: where they come back to. Nobody listens there, since the browser stops before.</summary>
internal static class App
{
    public static Uri Callback { get; } = new("https://app.example/callback");

    public static Uri Goodbye { get; } = new("https://app.example/goodbye");

    /// <summary>Signs a user in: request, browser, callback, tokens.</summary>
    /// <param name="client">The client.</param>
    /// <param name="configure">What the request asks for.</param>
    /// <param name="browser">The browser, if it is to be used again.</param>
    public static async Task<TokenResponse> SignInAsync(
        IAuthorizationCodeGrant client, Func<AuthorizationParameters, AuthorizationParameters>? configure = null, Browser? browser = null)
    {
        var (request, response) = await AuthorizeAsync(client, configure, browser);
        return await client.RedeemAuthorizationCodeAsync(request, response);
    }

    /// <summary>The first half of a sign-in: the request, and the callback that the browser brings.</summary>
    public static async Task<(AuthorizationRequest Request, AuthorizationResponse Response)> AuthorizeAsync(
        IAuthorizationCodeGrant client, Func<AuthorizationParameters, AuthorizationParameters>? configure = null, Browser? browser = null)
    {
        var parameters = new AuthorizationParameters { RedirectUri = Callback };
        var request = await client.CreateAuthorizationRequestAsync(configure?.Invoke(parameters) ?? parameters);
        using var own = browser is null ? new Browser() : null;
        return (request, await (browser ?? own!).AuthorizeAsync(request));
    }

    /// <summary>The failure of an operation.</summary>
    public static async Task<OAuthException> FailsAsync(Func<Task> operation) => await Assert.ThrowsAsync<OAuthException>(operation);

    /// <summary>The failure of an operation, which is one of the server's OAuth errors.</summary>
    public static async Task<OAuthException> RefusedAsync(string error, Func<Task> operation)
    {
        var exception = await FailsAsync(operation);
        Assert.Equal(error, exception.Error);
        return exception;
    }
}
