namespace SdkGen.OAuth.Testing.Tests;

/// <summary>A whole sign-in in one line.</summary>
internal static class SignIn
{
    public static Uri RedirectUri { get; } = new("https://app.example/callback");

    public static async Task<TokenResponse> SignInAsync(
        this TestAuthorizationServer server, IAuthorizationCodeGrant client, string subject = "alice", AuthorizationParameters? parameters = null)
    {
        var request = await client.CreateAuthorizationRequestAsync(parameters ?? new() { RedirectUri = RedirectUri });
        var response = await server.CreateUserAgent(subject).AuthorizeAsync(request);
        return await client.RedeemAuthorizationCodeAsync(request, response);
    }
}
