using System.Web;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>The user's side of a login, for the steps that are about something else.</summary>
internal static class Browser
{
    /// <summary>
    /// Where the callback arrives. Nobody listens: the browser of the tour hands the callback over instead of requesting it.
    /// </summary>
    public static Uri RedirectUri { get; } = new("https://app.example/callback");

    /// <summary>Signs alice in. <see cref="SignIn.WithBrowserAsync"/> explains each line.</summary>
    public static async Task<TokenResponse> SignInAsync(
        this TestAuthorizationServer server, IAuthorizationCodeGrant provider, CancellationToken cancellationToken)
    {
        var request = await provider.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri }, cancellationToken);
        var response = await server.CreateUserAgent(People.Alice).AuthorizeAsync(request, cancellationToken);
        return await provider.RedeemAuthorizationCodeAsync(request, response, cancellationToken);
    }

    /// <summary>A parameter of a callback.</summary>
    public static string? Read(this Uri callback, string parameter) => HttpUtility.ParseQueryString(callback.Query)[parameter];

    /// <summary>A callback with another value of a parameter, or without it.</summary>
    public static Uri With(this Uri callback, string parameter, string? value)
    {
        var query = HttpUtility.ParseQueryString(callback.Query);
        query.Remove(parameter);
        if (value is not null)
        {
            query.Add(parameter, value);
        }

        return new UriBuilder(callback) { Query = query.ToString() }.Uri;
    }
}
